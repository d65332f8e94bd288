package coldbench.nativebuild;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What has been made in a folder: {@code <step>.fingerprint} says what a result was made of, {@code
 * <step>.seconds} how long that took.
 */
record BuildSteps(Path folder, PrintStream progress) {
  boolean isMade(String step, String wanted, Path result) throws IOException {
    Path stamp = stamp(step);
    return Files.exists(stamp)
        && Files.exists(result)
        && Files.readString(stamp).equals(stamp(wanted, result));
  }

  void finish(String step, String wanted, Path result, String what, long startNanos, double before)
      throws IOException {
    double seconds = (System.nanoTime() - startNanos) / 1e9;
    progress.printf(Locale.ROOT, "native: %s, %.1f s%n", what, seconds);
    record(step, wanted, result, before + seconds);
  }

  void record(String step, String wanted, Path result, double seconds) throws IOException {
    Files.writeString(folder.resolve(step + ".seconds"), Double.toString(seconds));
    Files.writeString(stamp(step), stamp(wanted, result));
  }

  double seconds(String step) throws IOException {
    return Double.parseDouble(Files.readString(folder.resolve(step + ".seconds")));
  }

  private Path stamp(String step) {
    return folder.resolve(step + ".fingerprint");
  }

  private static String stamp(String wanted, Path result) throws IOException {
    return wanted + " " + new Fingerprint().add(result).hex();
  }
}

package coldbench.nativebuild;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import coldbench.semantics.CSources;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;

/**
 * The whole way, and only as far as something changed; a second build of the same folder waits.
 * Below {@code folder}: {@code c/} has the C sources, {@code parts/} what libraries add to them,
 * {@code <architecture>/bootstrap} the results, {@code <step>.fingerprint} what they were made of,
 * {@code <step>.seconds} how long that took.
 */
record NativeBuild(
    JavaToC javaToC,
    List<Path> classPath,
    CToExecutable cToExecutable,
    Path folder,
    PrintStream progress) {
  void run(List<Architecture> architectures) throws BuildException, IOException {
    Files.createDirectories(folder);
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      String java = javaFingerprint();
      if (architectures.isEmpty()) {
        generateC(java);
      }
      for (Architecture architecture : architectures) {
        if (held.isValid()) {
          build(architecture, java);
        }
      }
    }
  }

  private void build(Architecture architecture, String java) throws BuildException, IOException {
    String name = architecture.lambdaName;
    Path executable = folder.resolve(name).resolve("bootstrap");
    String wanted = new Fingerprint().add(java).add(cToExecutable.identity(architecture)).hex();
    if (isMade(name, wanted, executable) && Files.isExecutable(executable)) {
      return;
    }
    // First, as it may have to be fetched: what is missing is said before anything is done.
    List<String> compiler = cToExecutable.command(architecture);
    Path source = generateC(java);
    long start = System.nanoTime();
    Path made = folder.resolve(name + ".part");
    List<NativePart> parts =
        NativePart.used(folder.resolve("c"), classPath, folder.resolve("parts"));
    cToExecutable.run(compiler, architecture, source, parts, made);
    if (!made.toFile().setExecutable(true, false)) {
      throw new BuildException("cannot make " + made + " executable");
    }
    Files.createDirectories(folder.resolve(name));
    Files.move(made, executable, ATOMIC_MOVE, REPLACE_EXISTING);
    double javaSeconds = Double.parseDouble(Files.readString(folder.resolve("c.seconds")));
    finish(name, wanted, executable, "C to " + name, start, javaSeconds);
  }

  private String javaFingerprint() throws IOException {
    Fingerprint fingerprint = new Fingerprint().add(javaToC.toString());
    fingerprint.add(System.getProperty("native.accept", "")); // what is refused
    for (Path entry : classPath) {
      fingerprint.add(entry);
    }
    return fingerprint.hex();
  }

  private Path generateC(String wanted) throws BuildException, IOException {
    Path c = folder.resolve("c");
    if (!isMade("c", wanted, c)) {
      long start = System.nanoTime();
      javaToC.run(c);
      CSources.prepare(c);
      finish("c", wanted, c, "Java to C", start, 0);
    }
    return CSources.prepare(c);
  }

  private boolean isMade(String step, String wanted, Path result) throws IOException {
    Path stamp = stamp(step);
    return Files.exists(stamp)
        && Files.exists(result)
        && Files.readString(stamp).equals(stamp(wanted, result));
  }

  private void finish(
      String step, String wanted, Path result, String what, long startNanos, double before)
      throws IOException {
    double seconds = (System.nanoTime() - startNanos) / 1e9;
    progress.printf(Locale.ROOT, "native: %s, %.1f s%n", what, seconds);
    Files.writeString(folder.resolve(step + ".seconds"), Double.toString(before + seconds));
    Files.writeString(stamp(step), stamp(wanted, result));
  }

  private Path stamp(String step) {
    return folder.resolve(step + ".fingerprint");
  }

  private static String stamp(String wanted, Path result) throws IOException {
    return wanted + " " + new Fingerprint().add(result).hex();
  }
}

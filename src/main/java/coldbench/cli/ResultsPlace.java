package coldbench.cli;

import coldbench.results.RunLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Where a new local run stores its objects.
 *
 * @param folder stands for the bucket
 * @param run a name that no run in the folder has
 */
record ResultsPlace(Path folder, String run) {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'local-'yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  /**
   * Makes the folder and tries to write into it.
   *
   * @throws InvalidOptionsException if that is not possible
   */
  static ResultsPlace prepare(Path folder, Clock clock) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".writable", ""));
    } catch (IOException | SecurityException e) {
      throw new InvalidOptionsException(
          "--out is \""
              + folder
              + "\", which is not a writable folder ("
              + Reason.of(e)
              + "): give another one, or make it writable");
    }
    String name = NAME.format(clock.instant());
    String unique = name;
    for (int i = 2; Files.exists(new RunLayout(unique).folder(folder)); i++) {
      unique = name + "-" + i;
    }
    return new ResultsPlace(folder, unique);
  }

  Path runFolder() {
    return new RunLayout(run).folder(folder);
  }
}

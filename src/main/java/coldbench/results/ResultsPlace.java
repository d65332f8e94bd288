package coldbench.results;

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
public record ResultsPlace(Path folder, String run) {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'local-'yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  /**
   * Makes the folder and tries to write into it.
   *
   * @throws IOException if that is not possible
   */
  public static ResultsPlace prepare(Path folder, Clock clock) throws IOException {
    Files.createDirectories(folder);
    Files.delete(Files.createTempFile(folder, ".writable", ""));
    String name = NAME.format(clock.instant());
    String unique = name;
    for (int i = 2; Files.exists(new RunLayout(unique).folder(folder)); i++) {
      unique = name + "-" + i;
    }
    return new ResultsPlace(folder, unique);
  }

  public Path runFolder() {
    return new RunLayout(run).folder(folder);
  }
}

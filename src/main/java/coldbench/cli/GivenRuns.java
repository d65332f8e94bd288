package coldbench.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Runs as they are given on a command line. */
final class GivenRuns {
  private GivenRuns() {}

  /** A folder as it stands there, or the folder of a run of that name in {@code results}. */
  static Path folder(Path given) {
    Path named = Path.of("results", "runs").resolve(given);
    return Files.exists(given) || !Files.exists(named) ? given : named;
  }
}

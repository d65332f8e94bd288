package coldbench.cli;

import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Option;

/** Where a run's objects go. */
final class FolderOption {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the results (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("results");

  /**
   * The folder, made where it is not there.
   *
   * @throws InvalidOptionsException if it cannot be written
   */
  ResultsPlace prepared() {
    return ResultsPlace.prepare(out, Clock.systemUTC());
  }
}

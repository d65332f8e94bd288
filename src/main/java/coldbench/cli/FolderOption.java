package coldbench.cli;

import coldbench.results.ResultsPlace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Option;

/** Where a run's objects go. */
final class FolderOption {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The results folder (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("results");

  /**
   * The folder, made where it is not there.
   *
   * @throws InvalidOptionsException if it cannot be written
   */
  ResultsPlace prepared() {
    try {
      return ResultsPlace.prepare(out, Clock.systemUTC());
    } catch (IOException e) {
      throw new InvalidOptionsException(
          "--out is \"%s\", which is not a writable folder (%s): give another one, or make it writable"
              .formatted(out, Reason.of(e)));
    }
  }
}

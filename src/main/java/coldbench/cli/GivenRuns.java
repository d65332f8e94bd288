package coldbench.cli;

import coldbench.results.ResultsFolder;
import coldbench.results.RunLayout;
import coldbench.results.UnreadableResultsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs as they are given on a command line. */
final class GivenRuns {
  private static final Path RESULTS = Path.of("results");

  private GivenRuns() {}

  /**
   * A results folder, one run's folder, or the folder of a run of that name in {@code results}.
   *
   * @throws UnreadableResultsException if it is none of them
   */
  static ResultsFolder open(Path given) throws UnreadableResultsException {
    boolean name = given.getNameCount() == 1 && !given.isAbsolute() && !given.equals(RESULTS);
    Path runs = RESULTS.resolve(RunLayout.RUNS);
    if (!name || Files.exists(given) || !Files.isDirectory(runs)) {
      return ResultsFolder.open(given);
    }
    if (!Files.isDirectory(runs.resolve(given))) {
      throw new UnreadableResultsException(
          "\"%s\" is neither a folder nor a run in %s, expected one of them: %s lists the runs"
              .formatted(given, RESULTS, CalledAs.command("runs")));
    }
    return ResultsFolder.open(runs.resolve(given));
  }
}

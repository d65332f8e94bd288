package coldbench.cli;

import coldbench.measure.Experiment;
import coldbench.measure.Pricing;
import coldbench.measure.Run;
import coldbench.report.TerminalReport;
import coldbench.results.ResultsFolder;
import coldbench.results.UnreadableResultsException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Shows what a run left in its results folder. */
public final class Reporting {
  private Reporting() {}

  /**
   * Prints the tables of one run.
   *
   * @param folder the results folder, or one run's folder
   * @param run its name; without it the one that was started last
   * @return whether all that was planned was measured
   * @throws UnreadableResultsException if there is no such run, or it cannot be read
   */
  public static boolean show(PrintWriter out, Path folder, Optional<String> run)
      throws UnreadableResultsException {
    ResultsFolder results = ResultsFolder.open(folder);
    Run shown = run.isPresent() ? results.read(run.get()) : results.readLast();
    Experiment experiment = Experiment.of(List.of(shown));
    new TerminalReport(out, Terminals.screen(System.getenv()), Pricing.USUAL).print(experiment);
    return experiment.complete();
  }
}

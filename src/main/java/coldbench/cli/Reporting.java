package coldbench.cli;

import coldbench.analysis.Experiment;
import coldbench.analysis.Pricing;
import coldbench.analysis.Run;
import coldbench.report.HtmlReport;
import coldbench.report.Screen;
import coldbench.report.TerminalReport;
import coldbench.results.ResultsFolder;
import coldbench.results.UnreadableResultsException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Shows what a run left in its results folder. */
public final class Reporting {
  private Reporting() {}

  /**
   * Prints the tables of one run, writes the same as a page beside its objects and names it.
   *
   * @param err is told if the page cannot be written: the tables are there all the same
   * @param folder the results folder, or one run's folder
   * @param run its name; without it the one that was started last
   * @return whether all that was planned was measured and written
   * @throws UnreadableResultsException if there is no such run, or it cannot be read
   */
  public static boolean show(PrintWriter out, PrintWriter err, Path folder, Optional<String> run)
      throws UnreadableResultsException {
    ResultsFolder results = ResultsFolder.open(folder);
    Run shown = run.isPresent() ? results.read(run.get()) : results.readLast();
    Experiment experiment = Experiment.of(List.of(shown));
    Screen screen = Terminals.screen(System.getenv());
    new TerminalReport(out, screen, Pricing.USUAL).print(experiment);
    Path page = results.folder(shown).resolve("report.html");
    try {
      writePage(page, List.of(experiment), Pricing.USUAL);
      out.println("\nPage: " + page);
    } catch (IOException e) {
      out.flush();
      err.println("coldbench: " + Reason.of(e));
      return false;
    }
    return experiment.complete();
  }

  static void writePage(Path file, List<Experiment> experiments, Pricing pricing)
      throws IOException {
    CheckedOutput.write(file, page -> new HtmlReport(pricing).write(experiments, page));
  }
}

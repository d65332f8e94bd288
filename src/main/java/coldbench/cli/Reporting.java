package coldbench.cli;

import coldbench.analysis.Budget;
import coldbench.analysis.Experiment;
import coldbench.analysis.Experiments;
import coldbench.analysis.Findings;
import coldbench.analysis.Margin;
import coldbench.analysis.Pricing;
import coldbench.analysis.Run;
import coldbench.report.BudgetText;
import coldbench.report.FailedFunctions;
import coldbench.report.HtmlReport;
import coldbench.report.ReportFormat;
import coldbench.report.TerminalReport;
import coldbench.results.ResultsFolder;
import coldbench.results.UnreadableResultsException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows what a run left in its results folder. */
public final class Reporting {
  private Reporting() {}

  /**
   * A run as it was shown.
   *
   * @param whole whether all of it could be written
   * @param kept whether no limit of its budget is shown to be exceeded
   */
  record Shown(Run run, boolean whole, boolean kept) {
    /** Whether all that was planned was measured and written, within the budget. */
    boolean complete() {
      return whole && kept && run.complete();
    }

    /** The last lines of one that failed: what each function failed with. */
    void tellFailures(PrintWriter err) {
      if (run.measured() == 0) {
        err.println("coldbench: no trial succeeded");
      }
      FailedFunctions.of(run).forEach(sentence -> err.println("coldbench: " + sentence));
    }
  }

  /**
   * Prints what one run showed and writes all of it as a page beside its objects. Of one of which
   * nothing succeeded there is nothing to show.
   *
   * @param err is told if the page cannot be written: the verdict is there all the same
   * @param folder the results folder, or one run's folder
   * @param run its name; without it the one that was started last
   * @param budget that it is held against
   * @throws UnreadableResultsException if there is no such run, or it cannot be read
   */
  static Shown show(
      PrintWriter out, PrintWriter err, Path folder, Optional<String> run, Budget budget)
      throws UnreadableResultsException {
    ResultsFolder results = ResultsFolder.open(folder);
    Run shown = run.isPresent() ? results.read(run.get()) : results.readLast();
    Path runFolder = results.folder(shown);
    if (shown.measured() == 0 && !shown.failed().isEmpty()) {
      err.println("Every object of the run is in " + runFolder);
      return new Shown(shown, true, true);
    }
    List<Experiment> scenarios = Experiments.of(List.of(shown), Optional.empty());
    List<Findings> findings = Findings.of(scenarios, Pricing.USUAL, Margin.USUAL, budget);
    List<String> pointers = new ArrayList<>();
    boolean written = true;
    try {
      pointers.add(write(runFolder.resolve("report.html"), "Page", new HtmlReport(), findings));
    } catch (InvalidOptionsException e) {
      written = false;
      err.println("coldbench: " + e.getMessage());
    }
    pointers.add("Every sample: " + runFolder);
    pointers.add("All tables: " + CalledAs.command("report " + runFolder + " --details"));
    new TerminalReport(Terminals.screen(System.getenv()), false, pointers).write(findings, out);
    out.flush();
    return new Shown(shown, written, tellExceeded(findings, err));
  }

  /** Whether no limit is shown to be exceeded; names those that are. */
  static boolean tellExceeded(List<Findings> findings, PrintWriter err) {
    boolean kept = true;
    for (Findings each : findings) {
      BudgetText words = new BudgetText(each);
      for (Budget.Result result : each.budget()) {
        if (result.outcome() == Budget.Outcome.EXCEEDED) {
          err.println("coldbench: " + words.sentence(result));
          kept = false;
        }
      }
    }
    return kept;
  }

  /**
   * Writes a report into a file.
   *
   * @param name what the file is, in words
   * @return a line that tells where it is
   * @throws InvalidOptionsException if it cannot be written
   */
  static <T> String write(Path file, String name, ReportFormat<T> format, T subject) {
    try {
      CheckedOutput.write(file, out -> format.write(subject, out));
      return name + ": " + file;
    } catch (IOException e) {
      throw new InvalidOptionsException(
          Reason.of(e) + "; give a file in a folder that can be written and has room");
    }
  }
}

package coldbench.report;

import coldbench.analysis.Change;
import coldbench.analysis.Experiment;
import coldbench.analysis.Experiments;
import coldbench.analysis.Run;
import java.io.PrintWriter;
import java.util.List;

/** Two runs side by side, in characters. */
public final class ChangeReport {
  static final String METHOD =
      "Ratio of the geometric means over the trials (of warm calls each trial's mean) and its 95 %"
          + " confidence interval (BCa bootstrap of both runs, fixed seed).";

  private final PrintWriter out;
  private final Screen screen;

  public ChangeReport(PrintWriter out, Screen screen) {
    this.out = out;
    this.screen = screen;
  }

  public void print(Run before, Run after, List<Change> changes) {
    Paragraphs paragraphs = new Paragraphs(out, screen);
    paragraphs.print(describe(before), "A  ", Style.PLAIN);
    paragraphs.print(describe(after), "B  ", Style.PLAIN);
    List<String> differences = Experiments.differences(before, after);
    if (differences.isEmpty()) {
      paragraphs.print("Same packages, same work, same kind of place.", "", Style.DIM);
    } else {
      out.println("What differs, A and B:");
      differences.forEach(each -> paragraphs.print(each, "  ", Style.PLAIN));
    }
    for (Run run : List.of(before, after)) {
      Completeness.of(run).forEach(line -> paragraphs.print(line, "", Style.WARNING));
    }
    for (Table table : ChangeTable.all(changes)) {
      out.println();
      out.println(Style.BOLD.of(table.title(), screen));
      new TextTable(table, screen).lines().forEach(out::println);
    }
    out.println();
    paragraphs.print(METHOD, "", Style.DIM);
    out.flush();
  }

  static String describe(Run run) {
    String where = Provenance.headline(Experiment.of(List.of(run)));
    return "%s, started %s, %d of %d trials. %s"
        .formatted(run.name(), run.startedAt(), run.measured(), run.planned(), where);
  }
}

package coldbench.report;

import coldbench.analysis.Changes;
import coldbench.analysis.Experiment;
import coldbench.analysis.Experiments;
import coldbench.analysis.Run;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;

/** Two runs side by side, in characters; what changed stands last. */
public final class ChangeReport implements ReportFormat<Changes> {
  private final Screen screen;
  private final List<String> pointers;

  /**
   * A report.
   *
   * @param pointers where the rest is, a line each
   */
  public ChangeReport(Screen screen, List<String> pointers) {
    this.screen = screen;
    this.pointers = List.copyOf(pointers);
  }

  @Override
  public void write(Changes changes, Writer writer) {
    PrintWriter out = new PrintWriter(writer);
    Paragraphs paragraphs = new Paragraphs(out, screen);
    paragraphs.print(describe(changes.before()), "A  ", Style.PLAIN);
    paragraphs.print(describe(changes.after()), "B  ", Style.PLAIN);
    List<String> differences = Experiments.differences(changes.before(), changes.after());
    if (differences.isEmpty()) {
      paragraphs.print("Same packages, same work, same kind of place.", "", Style.DIM);
    } else {
      out.println("What differs, A and B:");
      differences.forEach(each -> paragraphs.print(each, "  ", Style.PLAIN));
    }
    for (Run run : List.of(changes.before(), changes.after())) {
      Completeness.of(run).forEach(line -> paragraphs.print(line, "", Style.WARNING));
    }
    for (Table table : ChangeTable.all(changes)) {
      out.println();
      out.println(Style.BOLD.of(table.title(), screen));
      new TextTable(table, screen).lines().forEach(out::println);
    }
    out.println();
    paragraphs.print(ChangeTable.method(changes), "", Style.DIM);
    pointers.forEach(line -> paragraphs.whole(line, Style.DIM));
    out.println();
    ChangeTable.summary(changes).forEach(line -> paragraphs.print(line, "", Style.BOLD));
    out.flush();
  }

  static String describe(Run run) {
    String where = Provenance.headline(Experiment.of(List.of(run)));
    return run.name()
        + ", started "
        + run.startedAt()
        + ", "
        + run.measured()
        + " of "
        + run.planned()
        + " trials. "
        + where;
  }
}

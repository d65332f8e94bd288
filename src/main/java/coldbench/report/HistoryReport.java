package coldbench.report;

import coldbench.analysis.History;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;

/** Runs over time, in characters; what changed stands last. */
public final class HistoryReport implements ReportFormat<History> {
  private final Screen screen;
  private final boolean details;
  private final List<String> pointers;

  /**
   * A report.
   *
   * @param details whether all figures are printed, or those that are judged
   * @param pointers where the rest is, a line each
   */
  public HistoryReport(Screen screen, boolean details, List<String> pointers) {
    this.screen = screen;
    this.details = details;
    this.pointers = List.copyOf(pointers);
  }

  @Override
  public void write(History history, Writer writer) {
    PrintWriter out = new PrintWriter(writer);
    Paragraphs text = new Paragraphs(out, screen);
    HistoryTables tables = new HistoryTables(history);
    for (History.Track track : history.tracks()) {
      text.print(HistoryTables.describe(track), "", Style.BOLD);
      for (Table table : tables.of(track, details)) {
        out.println();
        out.println(Style.BOLD.of(table.title(), screen));
        new TextTable(table, screen).lines().forEach(out::println);
      }
      out.println();
    }
    tables.incomplete().forEach(line -> text.print(line, "", Style.WARNING));
    text.print(tables.method(details), "", Style.DIM);
    pointers.forEach(line -> text.whole(line, Style.DIM));
    out.println();
    tables.summary().forEach(line -> text.print(line, "", Style.BOLD));
    out.flush();
  }
}

package coldbench.report;

import static coldbench.report.MarkdownReport.escape;

import coldbench.analysis.History;
import java.io.IOException;
import java.io.Writer;

/** Runs over time, as GitHub-flavoured Markdown; what changed stands first. */
public final class HistoryMarkdown implements ReportFormat<History> {
  @Override
  public void write(History history, Writer out) throws IOException {
    HistoryTables tables = new HistoryTables(history);
    StringBuilder text = new StringBuilder("## History\n\n");
    tables.summary().forEach(line -> text.append("- **").append(escape(line)).append("**\n"));
    tables.incomplete().forEach(line -> text.append("- ").append(escape(line)).append('\n'));
    for (History.Track track : history.tracks()) {
      text.append("\n### ").append(escape(HistoryTables.describe(track))).append('\n');
      for (Table table : tables.of(track, true)) {
        text.append("\n#### ").append(escape(table.title())).append("\n\n");
        text.append(MarkdownReport.table(table));
      }
    }
    out.write(text.append('\n').append(escape(tables.method(true))).append('\n').toString());
  }
}

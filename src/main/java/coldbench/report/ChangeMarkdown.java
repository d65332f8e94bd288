package coldbench.report;

import static coldbench.report.MarkdownReport.escape;

import coldbench.analysis.Changes;
import coldbench.analysis.Experiments;
import coldbench.analysis.Run;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Two runs side by side, as GitHub-flavoured Markdown for a comment; what changed stands first. */
public final class ChangeMarkdown implements ReportFormat<Changes> {
  @Override
  public void write(Changes changes, Writer out) throws IOException {
    StringBuilder text = new StringBuilder("## What changed\n\n");
    ChangeTable.summary(changes).forEach(line -> item(text, "**" + escape(line) + "**"));
    text.append('\n');
    item(text, "A: " + escape(ChangeReport.describe(changes.before())));
    item(text, "B: " + escape(ChangeReport.describe(changes.after())));
    Experiments.differences(changes.before(), changes.after())
        .forEach(each -> item(text, "A and B differ: " + escape(each)));
    for (Run run : List.of(changes.before(), changes.after())) {
      Completeness.of(run).forEach(line -> item(text, "**" + escape(line) + "**"));
    }
    for (Table table : ChangeTable.all(changes)) {
      text.append("\n#### ").append(escape(table.title())).append("\n\n");
      text.append(MarkdownReport.table(table));
    }
    out.write(
        text.append('\n').append(escape(ChangeTable.method(changes))).append('\n').toString());
  }

  private static void item(StringBuilder text, String line) {
    text.append("- ").append(line).append('\n');
  }
}

package coldbench.report;

import static coldbench.report.MarkdownReport.escape;

import coldbench.analysis.Change;
import coldbench.analysis.Experiments;
import coldbench.analysis.Run;
import java.util.List;

/** Two runs side by side, as GitHub-flavoured Markdown for a comment. */
public final class ChangeMarkdown {
  private ChangeMarkdown() {}

  /** What is shown to have changed stands first. */
  public static String write(Run before, Run after, List<Change> changes) {
    StringBuilder text = new StringBuilder("## What changed\n\n");
    List<Change> shown = changes.stream().filter(change -> change.ratio().shown()).toList();
    shown.forEach(change -> item(text, "**" + escape(ChangeTable.sentence(change)) + "**"));
    if (shown.isEmpty()) {
      boolean few = changes.stream().anyMatch(Change::unjudged);
      item(text, few ? "**Too few rounds to show a difference.**" : "**No difference is shown.**");
    }
    text.append('\n');
    item(text, "A: " + escape(ChangeReport.describe(before)));
    item(text, "B: " + escape(ChangeReport.describe(after)));
    Experiments.differences(before, after)
        .forEach(each -> item(text, "A and B differ: " + escape(each)));
    for (Run run : List.of(before, after)) {
      Completeness.of(run).forEach(line -> item(text, "**" + escape(line) + "**"));
    }
    for (Table table : ChangeTable.all(changes)) {
      text.append("\n#### ").append(escape(table.title())).append("\n\n");
      text.append(MarkdownReport.table(table));
    }
    return text.append('\n').append(escape(ChangeReport.METHOD)).append('\n').toString();
  }

  private static void item(StringBuilder text, String line) {
    text.append("- ").append(line).append('\n');
  }
}

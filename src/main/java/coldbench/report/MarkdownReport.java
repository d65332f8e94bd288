package coldbench.report;

import coldbench.analysis.Experiment;
import coldbench.analysis.Pricing;
import coldbench.analysis.PublishedFigures;
import coldbench.analysis.Run;
import coldbench.report.Table.Column;
import coldbench.report.Table.Kind;
import coldbench.report.Table.Row;
import java.util.List;

/** The report as GitHub-flavoured Markdown, for a comment or a README. */
public final class MarkdownReport {
  private final Pricing pricing;
  private final StringBuilder text = new StringBuilder();

  public MarkdownReport(Pricing pricing) {
    this.pricing = pricing;
  }

  public String write(List<Experiment> experiments) {
    text.setLength(0);
    experiments.forEach(this::write);
    return text.toString();
  }

  private void write(Experiment experiment) {
    line("## " + escape(Provenance.headline(experiment)));
    line("");
    for (List<String> fact : Provenance.facts(experiment)) {
      line("- " + escape(fact.get(0)) + ": " + escape(fact.get(1)));
    }
    for (Run run : experiment.runs()) {
      List<String> problems = Completeness.of(run);
      problems.stream().findFirst().ifPresent(first -> line("\n**" + escape(first) + "**\n"));
      problems.stream().skip(1).forEach(problem -> line("- " + escape(problem)));
    }
    for (int memoryMb : experiment.memoryMb()) {
      write(experiment, memoryMb);
    }
    line("");
    CostSummary costs = new CostSummary(experiment, pricing);
    costs.memory().forEach(sentence -> line("- " + escape(sentence)));
    costs.runs().forEach(sentence -> line("- " + escape(sentence)));
  }

  private void write(Experiment experiment, int memoryMb) {
    line("\n### At " + memoryMb + " MB\n");
    Verdicts.of(experiment, memoryMb).forEach(sentence -> line("- **" + escape(sentence) + "**"));
    Verdicts.drifts(experiment, memoryMb).forEach(sentence -> line("- " + escape(sentence)));
    line("\n" + escape(Verdicts.METHOD));
    boolean published = false;
    for (Table table : Tables.of(experiment, memoryMb, pricing)) {
      line("\n#### " + escape(table.title()) + "\n");
      text.append(table(table));
      table.notes().forEach(note -> line("\n" + escape(note)));
      published |= table.columns().stream().anyMatch(c -> c.kind() == Kind.PUBLISHED);
    }
    line("");
    new CostSummary(experiment, pricing)
        .breakEven(memoryMb)
        .forEach(sentence -> line("- " + escape(sentence)));
    if (published) {
      line("\n\\* " + escape(PublishedFigures.ORIGIN));
    }
  }

  static String table(Table table) {
    StringBuilder head = new StringBuilder("| |");
    StringBuilder rule = new StringBuilder("|---|");
    for (Column column : table.columns()) {
      head.append(" ").append(escape((column.name() + " " + column.under()).strip())).append(" |");
      rule.append("---:|");
    }
    StringBuilder lines = new StringBuilder().append(head).append('\n').append(rule).append('\n');
    for (Row row : table.rows()) {
      lines.append("| ").append(escape(row.label())).append(" |");
      row.values().forEach(value -> lines.append(" ").append(escape(value)).append(" |"));
      lines.append('\n');
    }
    return lines.toString();
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  /** What a run's objects say must stay text: they may hold anything. */
  static String escape(String text) {
    return text.replaceAll("([\\\\`*_{}\\[\\]<>|#])", "\\\\$1").strip();
  }
}

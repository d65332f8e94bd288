package coldbench.report;

import coldbench.analysis.Experiment;
import coldbench.analysis.Findings;
import coldbench.analysis.Ranking;
import coldbench.analysis.Run;
import coldbench.report.Table.Column;
import coldbench.report.Table.Row;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The report as GitHub-flavoured Markdown, for a comment or a README. */
public final class MarkdownReport implements ReportFormat<List<Findings>> {
  @Override
  public void write(List<Findings> findings, Writer out) throws IOException {
    for (List<Findings> scenarios : ScenarioTable.groups(findings)) {
      Lines lines = new Lines(new StringBuilder());
      write(scenarios, lines);
      out.write(lines.text.toString());
    }
  }

  /** Text that grows line by line. */
  private record Lines(StringBuilder text) {
    void add(String line) {
      text.append(line).append('\n');
    }
  }

  private static void write(List<Findings> scenarios, Lines lines) {
    Experiment first = scenarios.get(0).experiment();
    lines.add("## " + escape(Provenance.headline(first)));
    lines.add("");
    for (Findings each : scenarios) {
      String scenario = scenarios.size() > 1 ? each.experiment().scenario() + ": " : "";
      new Headlines(each)
          .findings()
          .forEach(line -> lines.add("- **" + escape(scenario + line) + "**"));
    }
    facts(Provenance.ofRuns(first), lines);
    scenarios.forEach(each -> facts(Provenance.ofFunctions(each.experiment()), lines));
    for (Run run : first.runs()) {
      List<String> problems = Completeness.of(run);
      problems.stream().findFirst().ifPresent(why -> lines.add("\n**" + escape(why) + "**\n"));
      problems.stream().skip(1).forEach(problem -> lines.add("- " + escape(problem)));
    }
    ScenarioTable.of(scenarios).ifPresent(table -> table(table, lines));
    for (Findings each : scenarios) {
      if (scenarios.size() > 1) {
        lines.add("\n### Scenario: " + escape(each.experiment().scenario()));
      }
      write(each, lines);
    }
    new CostSummary(scenarios.get(0))
        .runs()
        .forEach(sentence -> lines.add("- " + escape(sentence)));
  }

  private static void facts(List<List<String>> facts, Lines lines) {
    facts.forEach(fact -> lines.add("- " + escape(fact.get(0)) + ": " + escape(fact.get(1))));
  }

  private static void write(Findings findings, Lines lines) {
    Experiment experiment = findings.experiment();
    BudgetText budget = new BudgetText(findings);
    findings.budget().forEach(each -> lines.add("- " + escape(budget.sentence(each))));
    lines.add("\n" + escape(new Verdicts(findings).method()));
    new SandboxText(findings).sentences().forEach(each -> lines.add("- " + escape(each)));
    new SweepText(findings).table().ifPresent(sizes -> table(sizes, lines));
    for (int memoryMb : experiment.memoryMb()) {
      write(findings, memoryMb, lines);
    }
    lines.add("");
    PublishedTable.absence(experiment).ifPresent(reason -> lines.add("- " + escape(reason)));
  }

  private static void write(Findings findings, int memoryMb, Lines lines) {
    lines.add("\n### At " + SweepText.mb(memoryMb) + "\n");
    Verdicts verdicts = new Verdicts(findings);
    if (!findings.ranked()) {
      verdicts.of(memoryMb).forEach(sentence -> lines.add("- " + escape(sentence)));
    }
    new DifferenceText(findings)
        .all(memoryMb)
        .forEach(sentence -> lines.add("- " + escape(sentence)));
    new ArchitectureText(findings)
        .all(memoryMb)
        .forEach(sentence -> lines.add("- " + escape(sentence)));
    verdicts.drifts(memoryMb).forEach(sentence -> lines.add("- " + escape(sentence)));
    RankingTable rankings = new RankingTable(findings);
    for (Ranking ranking : rankings.rankings(memoryMb)) {
      table(rankings.of(ranking), lines);
    }
    Tables.of(findings, memoryMb).forEach(table -> table(table, lines));
    lines.add("");
    new CostSummary(findings)
        .breakEven(memoryMb)
        .forEach(sentence -> lines.add("- " + escape(sentence)));
  }

  private static void table(Table table, Lines lines) {
    lines.add("\n#### " + escape(table.title()) + "\n");
    lines.text.append(table(table));
    table.notes().forEach(note -> lines.add("\n" + escape(note)));
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

  /** What a run's objects say must stay text: they may hold anything. */
  static String escape(String text) {
    return text.replaceAll("([\\\\`*_{}\\[\\]<>|#])", "\\\\$1").strip();
  }
}

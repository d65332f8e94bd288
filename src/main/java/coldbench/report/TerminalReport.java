package coldbench.report;

import coldbench.analysis.Experiment;
import coldbench.analysis.Pricing;
import coldbench.analysis.PublishedFigures;
import coldbench.analysis.Run;
import java.io.PrintWriter;
import java.util.List;

/** The report in characters: tables at 80 columns as at 120, colours only where they are seen. */
public final class TerminalReport {
  private final PrintWriter out;
  private final Screen screen;
  private final Pricing pricing;
  private final Paragraphs paragraphs;

  public TerminalReport(PrintWriter out, Screen screen, Pricing pricing) {
    this.out = out;
    this.screen = screen;
    this.pricing = pricing;
    this.paragraphs = new Paragraphs(out, screen);
  }

  public void print(Experiment experiment) {
    paragraph(Provenance.headline(experiment), "", Style.BOLD);
    List<List<String>> facts = Provenance.facts(experiment);
    int widest = facts.stream().mapToInt(fact -> fact.get(0).length()).max().orElse(1);
    for (List<String> fact : facts) {
      paragraph(fact.get(1), ("  %-" + widest + "s  ").formatted(fact.get(0)), Style.PLAIN);
    }
    for (Run run : experiment.runs()) {
      incomplete(run);
    }
    for (int memoryMb : experiment.memoryMb()) {
      print(experiment, memoryMb);
    }
    CostSummary costs = new CostSummary(experiment, pricing);
    out.println();
    costs.memory().forEach(sentence -> paragraph(sentence, "", Style.PLAIN));
    costs.runs().forEach(sentence -> paragraph(sentence, "", Style.DIM));
    out.flush();
  }

  private void incomplete(Run run) {
    List<String> lines = Completeness.of(run);
    for (int i = 0; i < lines.size(); i++) {
      if (i == 0) {
        out.println();
      }
      paragraph(lines.get(i), i == 0 ? "" : "  - ", Style.WARNING);
    }
  }

  private void print(Experiment experiment, int memoryMb) {
    boolean published = false;
    out.println();
    out.println(Style.BOLD.of("At " + memoryMb + " MB", screen));
    List<String> verdicts = Verdicts.of(experiment, memoryMb);
    verdicts.forEach(sentence -> paragraph(sentence, "  ", Style.BOLD));
    if (!verdicts.isEmpty()) {
      paragraph(Verdicts.METHOD, "  ", Style.DIM);
    }
    Verdicts.drifts(experiment, memoryMb)
        .forEach(sentence -> paragraph(sentence, "  ", Style.WARNING));
    for (Table table : Tables.of(experiment, memoryMb, pricing)) {
      out.println();
      out.println(Style.BOLD.of(table.title(), screen));
      new TextTable(table, screen).lines().forEach(out::println);
      table.notes().forEach(note -> paragraph(note, "", Style.DIM));
      published |=
          table.columns().stream().anyMatch(column -> column.kind() == Table.Kind.PUBLISHED);
    }
    new CostSummary(experiment, pricing)
        .breakEven(memoryMb)
        .forEach(sentence -> paragraph(sentence, "", Style.PLAIN));
    if (published) {
      out.println();
      paragraph("* " + PublishedFigures.ORIGIN, "", Style.DIM);
    }
  }

  private void paragraph(String text, String head, Style style) {
    paragraphs.print(text, head, style);
  }
}

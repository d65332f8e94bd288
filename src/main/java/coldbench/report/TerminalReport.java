package coldbench.report;

import coldbench.analysis.Budget;
import coldbench.analysis.Experiment;
import coldbench.analysis.Experiments;
import coldbench.analysis.Findings;
import coldbench.analysis.Place;
import coldbench.analysis.Ranking;
import coldbench.analysis.Run;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The report in characters. It ends with the verdict, so that this is what is seen; tables stand
 * above it where they are asked for.
 */
public final class TerminalReport implements ReportFormat<List<Findings>> {
  private final Screen screen;
  private final boolean details;
  private final List<String> pointers;

  /**
   * A report.
   *
   * @param details whether the tables are printed
   * @param pointers where the rest is, a line each
   */
  public TerminalReport(Screen screen, boolean details, List<String> pointers) {
    this.screen = screen;
    this.details = details;
    this.pointers = List.copyOf(pointers);
  }

  @Override
  public void write(List<Findings> findings, Writer writer) {
    PrintWriter out = new PrintWriter(writer);
    Paragraphs text = new Paragraphs(out, screen);
    List<List<Findings>> groups = ScenarioTable.groups(findings);
    for (int i = 0; i < groups.size(); i++) {
      if (i > 0) {
        notTogether(
            out,
            groups.get(0).get(0).experiment().first(),
            groups.get(i).get(0).experiment().first());
      }
      print(groups.get(i), out, text, i == groups.size() - 1);
    }
    out.flush();
  }

  private void print(List<Findings> scenarios, PrintWriter out, Paragraphs text, boolean last) {
    Experiment first = scenarios.get(0).experiment();
    text.print(Provenance.headline(first), "", Style.BOLD);
    List<List<String>> facts = new ArrayList<>(Provenance.ofRuns(first));
    scenarios.forEach(each -> facts.addAll(Provenance.ofFunctions(each.experiment())));
    int widest = facts.stream().mapToInt(fact -> fact.get(0).length()).max().orElse(1);
    for (List<String> fact : facts) {
      text.print(fact.get(1), "  " + Paragraphs.pad(fact.get(0), widest) + "  ", Style.PLAIN);
    }
    first.runs().forEach(run -> incomplete(run, out, text));
    for (Findings each : scenarios) {
      if (scenarios.size() > 1) {
        out.println();
        text.print("Scenario: " + each.experiment().scenario(), "", Style.BOLD);
      }
      print(each, out, text);
    }
    if (details) {
      out.println();
      new CostSummary(scenarios.get(0))
          .runs()
          .forEach(sentence -> text.print(sentence, "", Style.DIM));
    }
    ScenarioTable.of(scenarios).ifPresent(table -> table(table, "", out, text));
    if (last && !pointers.isEmpty()) {
      out.println();
      pointers.forEach(line -> text.whole(line, Style.DIM));
    }
    out.println();
    headlines(scenarios, text);
  }

  private void print(Findings findings, PrintWriter out, Paragraphs text) {
    Experiment experiment = findings.experiment();
    if (details) {
      experiment.memoryMb().forEach(memoryMb -> tables(findings, memoryMb, out, text));
      PublishedTable.absence(experiment)
          .ifPresent(
              why -> {
                out.println();
                text.print(why, "", Style.DIM);
              });
    }
    overview(findings, out, text);
    budget(findings, out, text);
  }

  /** What a reader takes away, of each scenario. */
  private static void headlines(List<Findings> scenarios, Paragraphs text) {
    for (Findings each : scenarios) {
      boolean later = each != scenarios.get(0);
      if (scenarios.size() > 1) {
        text.print(each.experiment().scenario() + ":", "", Style.PLAIN);
      }
      Headlines words = new Headlines(each);
      (later ? words.findings() : words.all()).forEach(line -> text.print(line, "", Style.BOLD));
    }
  }

  private static void budget(Findings findings, PrintWriter out, Paragraphs text) {
    BudgetText words = new BudgetText(findings);
    if (!findings.budget().isEmpty()) {
      out.println();
    }
    for (Budget.Result each : findings.budget()) {
      boolean exceeded = each.outcome() == Budget.Outcome.EXCEEDED;
      text.print(words.sentence(each), "", exceeded ? Style.WARNING : Style.PLAIN);
    }
  }

  private void incomplete(Run run, PrintWriter out, Paragraphs text) {
    List<String> lines = Completeness.of(run);
    for (int i = 0; i < lines.size(); i++) {
      if (i == 0) {
        out.println();
      }
      text.print(lines.get(i), i == 0 ? "" : "  - ", Style.WARNING);
    }
  }

  private void tables(Findings findings, int memoryMb, PrintWriter out, Paragraphs text) {
    out.println();
    out.println(Style.BOLD.of("At " + SweepText.mb(memoryMb), screen));
    for (Table table : Tables.of(findings, memoryMb)) {
      table(table, "", out, text);
    }
    new CostSummary(findings)
        .breakEven(memoryMb)
        .forEach(sentence -> text.print(sentence, "", Style.PLAIN));
  }

  private void table(Table table, String where, PrintWriter out, Paragraphs text) {
    out.println();
    text.print(table.title() + where, "", Style.BOLD);
    new TextTable(table, screen).lines().forEach(out::println);
    table.notes().forEach(note -> text.print(note, "", Style.DIM));
  }

  /** What the verdict rests on: rankings of many functions, the intervals of few. */
  private void overview(Findings findings, PrintWriter out, Paragraphs text) {
    Experiment experiment = findings.experiment();
    boolean several = experiment.memoryMb().size() > 1;
    RankingTable tables = new RankingTable(findings);
    Verdicts verdicts = new Verdicts(findings);
    for (int memoryMb : experiment.memoryMb()) {
      String where = several ? ", at " + SweepText.mb(memoryMb) : "";
      for (Ranking ranking : tables.rankings(memoryMb)) {
        boolean told = ranking.by() == Ranking.By.COLD || ranking.by() == Ranking.By.WARM;
        if (details || told) {
          table(tables.of(ranking), where, out, text);
        }
      }
      List<String> intervals =
          findings.ranked() ? List.of() : new IntervalText(findings, screen).lines(memoryMb);
      if (!intervals.isEmpty()) {
        out.println();
        if (several) {
          out.println(Style.BOLD.of("At " + SweepText.mb(memoryMb), screen));
        }
        intervals.forEach(out::println);
      }
    }
    List<String> last = new Headlines(findings).all();
    for (int memoryMb : experiment.memoryMb()) {
      String at = several ? "At " + SweepText.mb(memoryMb) + " " : "";
      List<String> differences =
          Stream.concat(
                  new DifferenceText(findings).all(memoryMb).stream(),
                  new ArchitectureText(findings).all(memoryMb).stream())
              .map(at::concat)
              .filter(sentence -> !last.contains(sentence))
              .toList();
      if (!differences.isEmpty()) {
        out.println();
        differences.forEach(sentence -> text.print(sentence, "", Style.PLAIN));
      }
    }
    // What a caller waits for beside is Lambda's; of this machine's it is one for those who look.
    boolean lambda = experiment.first().place() instanceof Place.Deployed;
    boolean told = !findings.ranked() && (lambda || details);
    for (int memoryMb : experiment.memoryMb()) {
      waits(new WaitText(findings), told, memoryMb, text);
    }
    new SandboxText(findings)
        .sentences()
        .forEach(sentence -> text.print(sentence, "", Style.WARNING));
    new SweepText(findings).table().ifPresent(sizes -> table(sizes, "", out, text));
    if (findings.judged() > 0) {
      text.print(verdicts.method(), "", Style.DIM);
    }
    CostTable.caveat(experiment).ifPresent(caveat -> text.print(caveat, "", Style.DIM));
    for (int memoryMb : experiment.memoryMb()) {
      verdicts.drifts(memoryMb).forEach(sentence -> text.print(sentence, "", Style.WARNING));
    }
  }

  private static void waits(WaitText waits, boolean told, int memoryMb, Paragraphs text) {
    if (told) {
      waits.sentences(memoryMb).forEach(sentence -> text.print(sentence, "", Style.PLAIN));
    }
    waits.ahead(memoryMb).forEach(sentence -> text.print(sentence, "", Style.WARNING));
  }

  private static void notTogether(PrintWriter out, Run first, Run other) {
    out.println();
    out.println("-".repeat(72));
    out.println(
        "Run "
            + other.name()
            + " cannot be combined with run "
            + first.name()
            + " and is reported on its own:");
    Experiments.differences(first, other).forEach(each -> out.println("  " + each));
    out.println();
  }
}

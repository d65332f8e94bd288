package coldbench.report;

import coldbench.analysis.Experiment;
import coldbench.analysis.Figure;
import coldbench.analysis.Findings;
import coldbench.analysis.FunctionDescription;
import coldbench.analysis.Ranking;
import coldbench.analysis.Run;
import java.util.ArrayList;
import java.util.List;

/** The verdict in five lines at most: what a reader takes away. */
public final class Headlines {
  private static final int MOST = 5;

  private final Findings findings;
  private final Experiment experiment;
  private final Verdicts words;

  public Headlines(Findings findings) {
    this.findings = findings;
    this.experiment = findings.experiment();
    this.words = new Verdicts(findings);
  }

  /** The most important one first. */
  public List<String> all() {
    List<String> lines = new ArrayList<>();
    for (Run run : experiment.runs()) {
      if (!run.complete() && lines.isEmpty()) {
        lines.add(Completeness.of(run).get(0));
      }
    }
    lines.addAll(findings());
    return lines.subList(0, Math.min(MOST, lines.size()));
  }

  /** The same without what is missing. */
  List<String> findings() {
    List<String> lines = new ArrayList<>(new BudgetText(findings).summary());
    for (int memoryMb : experiment.memoryMb()) {
      new DifferenceText(findings)
          .coldStarts(memoryMb)
          .forEach(sentence -> lines.add(where(memoryMb) + sentence));
    }
    SweepText sweep = new SweepText(findings);
    if (findings.ranked()) {
      if (!sweep.sentences().isEmpty()) {
        lines.add(sweep.together());
      }
      int memoryMb = experiment.memoryMb().get(0);
      new RankingTable(findings)
          .rankings(memoryMb)
          .forEach(ranking -> lines.add(best(ranking, at(memoryMb))));
    } else {
      lines.addAll(sweep.sentences());
      for (int memoryMb : experiment.memoryMb()) {
        words.of(memoryMb).forEach(sentence -> lines.add(where(memoryMb) + sentence));
        lines.addAll(alone(memoryMb));
        lines.addAll(price(memoryMb));
      }
    }
    return lines.isEmpty()
        ? List.of("Nothing was measured that could be judged")
        : lines.subList(0, Math.min(MOST, lines.size()));
  }

  private String best(Ranking ranking, String at) {
    Ranking.Place first = ranking.places().get(0);
    List<String> alike =
        ranking.places().stream()
            .skip(1)
            .filter(place -> sharesALetter(first.letters(), place.letters()))
            .map(place -> words.title(place.function()))
            .toList();
    String what =
        switch (ranking.by()) {
          case COLD -> "Fastest cold start";
          case WARM -> "Fastest warm call";
          case MEMORY -> "Least memory";
          case PRICE ->
              "Cheapest" + (CostTable.estimate(experiment).isEmpty() ? "" : " by estimate");
        };
    return what
        + at
        + ": "
        + words.title(first.function())
        + ", "
        + RankingTable.value(ranking, first)
        + (ranking.by() == Ranking.By.PRICE ? " for a million calls" : "")
        + (alike.isEmpty() ? "" : "; not distinguishable from it: " + String.join(", ", alike));
  }

  private static boolean sharesALetter(String some, String others) {
    return some.chars().anyMatch(letter -> others.indexOf(letter) >= 0);
  }

  private String where(int memoryMb) {
    return experiment.memoryMb().size() > 1 ? "At " + SweepText.mb(memoryMb) + " " : "";
  }

  private String at(int memoryMb) {
    return experiment.memoryMb().size() > 1 ? " at " + SweepText.mb(memoryMb) : "";
  }

  /** Without another function there is nothing to compare, but something to tell. */
  private List<String> alone(int memoryMb) {
    if (experiment.functions().size() > 1) {
      return List.of();
    }
    FunctionDescription only = experiment.functions().get(0);
    List<String> lines = new ArrayList<>();
    for (Figure figure : Figure.JUDGED) {
      experiment
          .cell(only.label(), memoryMb)
          .typical(figure)
          .ifPresent(
              ms ->
                  lines.add(
                      "%s%s's %s takes %s ms"
                          .formatted(
                              where(memoryMb), only.title(), figure.event(), Format.MS.of(ms))));
    }
    return lines;
  }

  private List<String> price(int memoryMb) {
    double share = findings.pricing().coldShare();
    List<String> amounts = new ArrayList<>();
    for (FunctionDescription function : experiment.functions()) {
      findings
          .costs()
          .at(function.label(), memoryMb, share)
          .ifPresent(dollars -> amounts.add(amount(function, memoryMb, dollars)));
    }
    return amounts.isEmpty()
        ? List.of()
        : List.of(
            "%s million calls, %s cold%s: %s"
                .formatted(
                    where(memoryMb).isEmpty() ? "A" : where(memoryMb) + "a",
                    Format.PERCENT.of(share),
                    CostTable.estimate(experiment),
                    String.join(", ", amounts)));
  }

  private String amount(FunctionDescription function, int memoryMb, double dollars) {
    String amount = function.title() + " " + Format.DOLLARS.of(dollars);
    return experiment.isCompared(function)
        ? findings
            .billRatio(function.label(), experiment.baseline(), memoryMb)
            .map(ratio -> amount + ", " + Line.show(ratio))
            .orElse(amount)
        : amount;
  }
}

package coldbench.report;

import coldbench.analysis.Cell;
import coldbench.analysis.Cost;
import coldbench.analysis.Costs;
import coldbench.analysis.Costs.BreakEven;
import coldbench.analysis.Experiment;
import coldbench.analysis.Figure;
import coldbench.analysis.Findings;
import coldbench.analysis.FunctionDescription;
import coldbench.analysis.Place;
import coldbench.analysis.Prices;
import coldbench.analysis.Pricing;
import coldbench.analysis.Run;
import coldbench.analysis.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the choice of a function is worth, and where it stops to matter. */
public final class CostSummary {
  /** Below this ratio a difference is taken as of no matter. */
  private static final double NO_MATTER = 1.1;

  private static final double EFFORT = 100;

  private final Findings findings;
  private final Experiment experiment;
  private final Pricing pricing;
  private final Verdicts words;

  public CostSummary(Findings findings) {
    this.findings = findings;
    this.experiment = findings.experiment();
    this.pricing = findings.pricing();
    this.words = new Verdicts(findings);
  }

  /** Where the choice changes, and what it is worth; of many functions only where it changes. */
  public List<String> breakEven(int memoryMb) {
    List<String> sentences = new ArrayList<>();
    List<BreakEven> all = findings.breakEvens(memoryMb);
    all.forEach(each -> sentences.add(sentence(each)));
    if (findings.ranked()) {
      return sentences;
    }
    for (FunctionDescription function :
        experiment.functions().subList(1, experiment.functions().size())) {
      Optional<Cost> one = findings.costs().of(experiment.baseline(), memoryMb);
      Optional<Cost> two = findings.costs().of(function.label(), memoryMb);
      if (one.isPresent() && two.isPresent()) {
        boolean crosses = one.get().breakEven(two.get()).isPresent();
        if (!crosses) {
          sentences.add(always(one.get(), function.title(), two.get()));
        }
        saving(one.get(), function.title(), two.get()).ifPresent(sentences::add);
      }
      dilution(function, memoryMb).ifPresent(sentences::add);
    }
    return sentences;
  }

  private String sentence(BreakEven each) {
    return "Break-even: %s costs %s while fewer than %s of the calls are cold, %s above."
        .formatted(
            words.title(each.below()),
            findings.ranked() ? "least of all" : "less",
            Format.PERCENT.of(each.coldShare()),
            words.title(each.above()));
  }

  private String always(Cost first, String function, Cost second) {
    double difference = first.at(0.5) - second.at(0.5);
    String baseline = words.title(experiment.baseline());
    return difference == 0
        ? "%s and %s cost the same.".formatted(baseline, function)
        : "No break-even: %s costs less than %s at any share of cold calls."
            .formatted(difference < 0 ? baseline : function, difference < 0 ? function : baseline);
  }

  private Optional<String> saving(Cost first, String function, Cost second) {
    double difference = second.at(pricing.coldShare()) - first.at(pricing.coldShare());
    if (difference == 0) {
      return Optional.empty();
    }
    double saved = Math.abs(difference);
    String baseline = words.title(experiment.baseline());
    return Optional.of(
        String.format(
            Locale.ROOT,
            "With %s of the calls cold, %s saves %s for a million calls over %s: an effort worth $%.0f pays off after %,.0f million.",
            Format.PERCENT.of(pricing.coldShare()),
            difference > 0 ? baseline : function,
            Format.DOLLARS.of(saved),
            difference > 0 ? function : baseline,
            EFFORT,
            Math.ceil(EFFORT / saved)));
  }

  /** How much other work in every call makes the difference of no matter. */
  private Optional<String> dilution(FunctionDescription function, int memoryMb) {
    double first = warmMs(experiment.cell(experiment.baseline(), memoryMb));
    double second = warmMs(experiment.cell(function.label(), memoryMb));
    double slow = Math.max(first, second);
    double fast = Math.min(first, second);
    if (fast == 0 || slow / fast <= NO_MATTER) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "If every warm call spent %,.0f ms more on something else (a database, the network),"
                + " %s and %s would differ by less than 10 %%.",
            Math.ceil((slow - NO_MATTER * fast) / (NO_MATTER - 1)),
            words.title(experiment.baseline()),
            function.title()));
  }

  private static double warmMs(Cell cell) {
    return cell.spread(Figure.WARM).map(Spread::mean).orElse(0.0);
  }

  /** What each run cost, or why that cannot be said. */
  public List<String> runs() {
    return experiment.runs().stream().map(this::run).toList();
  }

  private String run(Run run) {
    String verb = run.place() instanceof Place.Deployed ? "cost" : "would have cost";
    return Costs.ofRun(run, pricing)
        .map(
            cost ->
                String.format(
                    Locale.ROOT,
                    "Run %s %s about $%.4f on AWS: %,d requests, %.3f GB-seconds, %,d state"
                        + " transitions, %,d objects%s at the prices of us-east-1).",
                    run.name(),
                    verb,
                    cost.dollars(),
                    cost.requests(),
                    cost.gbSeconds(),
                    cost.stateTransitions(),
                    cost.puts(),
                    cost.snapshots() == 0
                        ? " (the last two"
                        : String.format(
                            Locale.ROOT,
                            ", %,d snapshots kept for three hours (the last three",
                            cost.snapshots())))
        .orElse(noPrice(run));
  }

  private String noPrice(Run run) {
    return "No amounts: the prices of %s are not known; give --gb-second USD, or --region with one of %s."
        .formatted(
            pricing.region(run), String.join(", ", Prices.REGIONS.stream().sorted().toList()));
  }
}

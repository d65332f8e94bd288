package coldbench.report;

import coldbench.analysis.Cell;
import coldbench.analysis.Cost;
import coldbench.analysis.Experiment;
import coldbench.analysis.Figure;
import coldbench.analysis.FunctionDescription;
import coldbench.analysis.Place;
import coldbench.analysis.Prices;
import coldbench.analysis.Pricing;
import coldbench.analysis.Run;
import coldbench.analysis.Spread;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the choice of a function or a memory size is worth, and where it stops to matter. */
public final class CostSummary {
  /** Below this ratio a difference is taken as of no matter. */
  private static final double NO_MATTER = 1.1;

  private static final double EFFORT = 100;

  private final Experiment experiment;
  private final Pricing pricing;

  public CostSummary(Experiment experiment, Pricing pricing) {
    this.experiment = experiment;
    this.pricing = pricing;
  }

  /** Each function against the baseline at one memory size. */
  public List<String> breakEven(int memoryMb) {
    List<String> sentences = new ArrayList<>();
    Cell baseline = experiment.cell(experiment.baseline(), memoryMb);
    for (FunctionDescription function : experiment.functions()) {
      if (experiment.isCompared(function)) {
        Cell cell = experiment.cell(function.label(), memoryMb);
        Optional<Cost> one = Costs.of(experiment, baseline, pricing);
        Optional<Cost> two = Costs.of(experiment, cell, pricing);
        if (one.isPresent() && two.isPresent()) {
          sentences.add(share(baseline, one.get(), cell, two.get()));
          saving(baseline, one.get(), cell, two.get()).ifPresent(sentences::add);
        }
        dilution(baseline, cell).ifPresent(sentences::add);
      }
    }
    return sentences;
  }

  private static String share(Cell one, Cost first, Cell two, Cost second) {
    OptionalDouble share = first.breakEven(second);
    boolean firstWhileWarm = first.warm() < second.warm();
    if (share.isPresent()) {
      return "Break-even: %s costs less while fewer than %s of the calls are cold, %s above."
          .formatted(
              firstWhileWarm ? one.function() : two.function(),
              Format.PERCENT.of(share.getAsDouble()),
              firstWhileWarm ? two.function() : one.function());
    }
    double difference = first.at(0.5) - second.at(0.5);
    return difference == 0
        ? "%s and %s cost the same.".formatted(one.function(), two.function())
        : "No break-even: %s costs less than %s at any share of cold calls."
            .formatted(
                difference < 0 ? one.function() : two.function(),
                difference < 0 ? two.function() : one.function());
  }

  private Optional<String> saving(Cell one, Cost first, Cell two, Cost second) {
    double difference = second.at(pricing.coldShare()) - first.at(pricing.coldShare());
    if (difference == 0) {
      return Optional.empty();
    }
    double saved = Math.abs(difference);
    return Optional.of(
        String.format(
            Locale.ROOT,
            "With %s of the calls cold, %s saves %s for a million calls over %s: an effort worth"
                + " $%.0f is earned back after %,.0f million.",
            Format.PERCENT.of(pricing.coldShare()),
            difference > 0 ? one.function() : two.function(),
            Format.DOLLARS.of(saved),
            difference > 0 ? two.function() : one.function(),
            EFFORT,
            Math.ceil(EFFORT / saved)));
  }

  /** How much other work in every call makes the difference of no matter. */
  private static Optional<String> dilution(Cell one, Cell two) {
    double first = mean(one, Figure.WARM).orElse(0);
    double second = mean(two, Figure.WARM).orElse(0);
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
            one.function(),
            two.function()));
  }

  /**
   * The fastest and the cheapest memory size of each function; none where only one was measured.
   */
  public List<String> memory() {
    if (experiment.memoryMb().size() < 2) {
      return List.of();
    }
    List<String> sentences = new ArrayList<>();
    for (FunctionDescription function : experiment.functions()) {
      Optional<Cell> fastest = least(function, cell -> mean(cell, Figure.WARM));
      Optional<Cell> cold = least(function, cell -> mean(cell, Figure.COLD));
      Optional<Cell> cheapest =
          least(function, cell -> Costs.at(experiment, cell, pricing, pricing.coldShare()));
      if (fastest.isPresent() && cold.isPresent() && cheapest.isPresent()) {
        sentences.add(
            "%s is fastest at %d MB (warm; cold at %d MB) and cheapest at %d MB with %s of the calls cold."
                .formatted(
                    function.label(),
                    fastest.get().memoryMb(),
                    cold.get().memoryMb(),
                    cheapest.get().memoryMb(),
                    Format.PERCENT.of(pricing.coldShare())));
      }
    }
    return sentences;
  }

  private interface Value {
    OptionalDouble of(Cell cell);
  }

  private Optional<Cell> least(FunctionDescription function, Value value) {
    return experiment.memoryMb().stream()
        .map(memoryMb -> experiment.cell(function.label(), memoryMb))
        .filter(cell -> value.of(cell).isPresent())
        .min(Comparator.comparingDouble(cell -> value.of(cell).orElse(0)));
  }

  private static OptionalDouble mean(Cell cell, Figure figure) {
    return cell.spread(figure)
        .map(Spread::mean)
        .map(OptionalDouble::of)
        .orElseGet(OptionalDouble::empty);
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
                        : ", %,d snapshots kept for three hours (the last three"
                            .formatted(cost.snapshots())))
        .orElse(noPrice(run));
  }

  private String noPrice(Run run) {
    return "No amounts: the prices of %s are not known here; give --gb-second USD, or --region with one of %s."
        .formatted(
            pricing.region(run), String.join(", ", Prices.REGIONS.stream().sorted().toList()));
  }
}

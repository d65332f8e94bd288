package coldbench.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The amounts of one experiment, in US dollars; none where a region has no price. */
public final class Costs {
  /**
   * The share of cold calls at which two functions cost the same.
   *
   * @param below the one that is cheaper while fewer calls are cold
   * @param above the other one
   * @param dollars what a million calls cost there
   */
  public record BreakEven(
      int memoryMb, String below, String above, double coldShare, double dollars) {}

  /** Two bills that meet differ by no more. */
  private static final double ROUNDING = 1e-9;

  private final Experiment experiment;
  private final Pricing pricing;

  public Costs(Experiment experiment, Pricing pricing) {
    this.experiment = experiment;
    this.pricing = pricing;
  }

  /** A million calls of a function at a memory size. */
  public Optional<Cost> of(String function, int memoryMb) {
    return prices(function)
        .flatMap(
            prices ->
                Cost.of(experiment.cell(function, memoryMb), prices, paysForSnapshots(function)));
  }

  /** The bill for them. */
  public OptionalDouble at(String function, int memoryMb, double coldShare) {
    return of(function, memoryMb)
        .map(cost -> OptionalDouble.of(cost.at(coldShare)))
        .orElseGet(OptionalDouble::empty);
  }

  /**
   * How many times the baseline's bill another function's is, over the blocks that have both.
   *
   * @param baseline label of the function to divide by
   */
  public Optional<Ratio> ratio(String function, String baseline, int memoryMb, double coldShare) {
    List<Pairs.Pair> pairs =
        Pairs.of(
            experiment.cell(function, memoryMb),
            experiment.cell(baseline, memoryMb),
            cell -> ofTrials(cell, coldShare));
    return pairs.isEmpty()
        ? Optional.empty()
        : Optional.of(
            experiment.told(
                Ratio.ofSums(
                    pairs.stream().mapToDouble(Pairs.Pair::baseline).toArray(),
                    pairs.stream().mapToDouble(Pairs.Pair::function).toArray())));
  }

  private List<OptionalDouble> ofTrials(Cell cell, double coldShare) {
    Optional<Prices> prices = prices(cell.function());
    return prices.isEmpty()
        ? List.of()
        : Cost.ofTrials(cell, prices.get(), paysForSnapshots(cell.function())).stream()
            .map(
                cost ->
                    cost.map(each -> OptionalDouble.of(each.at(coldShare)))
                        .orElseGet(OptionalDouble::empty))
            .toList();
  }

  /** Of each two functions that do the same work, in the order of the shares. */
  public List<BreakEven> breakEvens(int memoryMb) {
    List<BreakEven> all = new ArrayList<>();
    List<String> labels = experiment.functions().stream().map(FunctionDescription::label).toList();
    for (int i = 0; i < labels.size(); i++) {
      for (String other : labels.subList(i + 1, labels.size())) {
        breakEven(labels.get(i), other, memoryMb).ifPresent(all::add);
      }
    }
    all.sort(Comparator.comparingDouble(BreakEven::coldShare));
    return all;
  }

  /** Where the cheapest of all functions gives way to another one, in the order of the shares. */
  public List<BreakEven> breakEvensOfCheapest(int memoryMb) {
    return breakEvens(memoryMb).stream()
        .filter(each -> !isUndercut(each.dollars(), each.coldShare(), memoryMb))
        .toList();
  }

  private boolean isUndercut(double dollars, double coldShare, int memoryMb) {
    return experiment.functions().stream()
        .map(function -> at(function.label(), memoryMb, coldShare))
        .anyMatch(other -> other.isPresent() && other.getAsDouble() < dollars * (1 - ROUNDING));
  }

  private Optional<BreakEven> breakEven(String one, String two, int memoryMb) {
    Optional<Cost> first = of(one, memoryMb);
    Optional<Cost> second = of(two, memoryMb);
    OptionalDouble share =
        first.isPresent() && second.isPresent()
            ? first.get().breakEven(second.get())
            : OptionalDouble.empty();
    if (share.isEmpty()) {
      return Optional.empty();
    }
    boolean firstBelow = first.get().warm() < second.get().warm();
    double at = share.getAsDouble();
    return Optional.of(
        new BreakEven(
            memoryMb, firstBelow ? one : two, firstBelow ? two : one, at, first.get().at(at)));
  }

  private Optional<Prices> prices(String function) {
    return experiment
        .function(function)
        .flatMap(described -> pricing.prices(experiment.first(), described.architecture()));
  }

  private boolean paysForSnapshots(String function) {
    return experiment.function(function).map(FunctionDescription::paysForSnapshots).orElse(false);
  }

  /** What a run cost itself. */
  public static Optional<RunCost> ofRun(Run run, Pricing pricing) {
    Map<String, Prices> prices = new HashMap<>();
    for (FunctionDescription function : run.functions()) {
      Optional<Prices> price = pricing.prices(run, function.architecture());
      if (price.isEmpty()) {
        return Optional.empty();
      }
      prices.put(function.architecture(), price.get());
    }
    return Optional.of(RunCost.of(run, prices));
  }
}

package coldbench.report;

import coldbench.analysis.Cell;
import coldbench.analysis.Cost;
import coldbench.analysis.Experiment;
import coldbench.analysis.FunctionDescription;
import coldbench.analysis.Prices;
import coldbench.analysis.Pricing;
import coldbench.analysis.Run;
import coldbench.analysis.RunCost;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Amounts, in US dollars; none where a region has no price. */
final class Costs {
  private Costs() {}

  /** Compute for a million calls of a cell. */
  static Optional<Cost> of(Experiment experiment, Cell cell, Pricing pricing) {
    return experiment
        .function(cell.function())
        .flatMap(
            function ->
                pricing
                    .prices(experiment.first(), function.architecture())
                    .flatMap(prices -> Cost.of(cell, prices, function.paysForSnapshots())));
  }

  static OptionalDouble at(Experiment experiment, Cell cell, Pricing pricing, double coldShare) {
    return of(experiment, cell, pricing)
        .map(cost -> OptionalDouble.of(cost.at(coldShare)))
        .orElseGet(OptionalDouble::empty);
  }

  /** What a run cost itself. */
  static Optional<RunCost> ofRun(Run run, Pricing pricing) {
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

package coldbench.analysis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a million calls cost, in US dollars, as a bill has it: requests and compute. It is linear in
 * the share of cold calls.
 *
 * @param requests the same whatever the function
 * @param warm compute where no call is cold
 * @param cold compute where every call is, restored snapshots included
 */
public record Cost(double requests, double warm, double cold) {
  /** Of all trials of a cell together; empty where calls of the kind were not measured. */
  static Optional<Cost> of(Cell cell, Prices prices, boolean paysForSnapshots) {
    List<Cost> trials =
        cell.trials().stream()
            .flatMap(trial -> of(trial, prices, paysForSnapshots).stream())
            .toList();
    return trials.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Cost(
                prices.requestsPerMillionCalls(),
                trials.stream().mapToDouble(Cost::warm).average().orElse(0),
                trials.stream().mapToDouble(Cost::cold).average().orElse(0)));
  }

  /**
   * Of one trial.
   *
   * @param paysForSnapshots whether each cold call restores a snapshot that is charged for
   */
  static Optional<Cost> of(Trial trial, Prices prices, boolean paysForSnapshots) {
    int memoryMb = trial.block().memoryMb();
    double restores = paysForSnapshots ? Prices.restoresPerMillionCalls(memoryMb) : 0;
    OptionalDouble warm = Figure.WARM_BILLED.mean(trial);
    OptionalDouble cold = Figure.COLD_BILLED.mean(trial);
    return warm.isEmpty() || cold.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Cost(
                prices.requestsPerMillionCalls(),
                prices.computePerMillionCalls(warm.getAsDouble(), memoryMb),
                prices.computePerMillionCalls(cold.getAsDouble(), memoryMb) + restores));
  }

  /** The bill where this share of the calls, from 0 to 1, is cold. */
  public double at(double coldShare) {
    return requests + computeAt(coldShare);
  }

  /** What of it is compute. */
  public double computeAt(double coldShare) {
    return warm + coldShare * (cold - warm);
  }

  /** The share of cold calls at which both cost the same; empty where one is always cheaper. */
  public OptionalDouble breakEven(Cost other) {
    double atWarm = at(0) - other.at(0);
    double atCold = at(1) - other.at(1);
    return atWarm * atCold < 0
        ? OptionalDouble.of(atWarm / (atWarm - atCold))
        : OptionalDouble.empty();
  }
}

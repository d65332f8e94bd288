package coldbench.analysis;

import java.util.ArrayList;
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
        ofTrials(cell, prices, paysForSnapshots).stream().flatMap(Optional::stream).toList();
    return trials.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Cost(
                prices.requestsPerMillionCalls(),
                trials.stream().mapToDouble(Cost::warm).average().orElse(0),
                trials.stream().mapToDouble(Cost::cold).average().orElse(0)));
  }

  /**
   * Of each trial, in their order.
   *
   * @param paysForSnapshots whether each cold call restores a snapshot that is charged for
   */
  static List<Optional<Cost>> ofTrials(Cell cell, Prices prices, boolean paysForSnapshots) {
    int memoryMb = cell.memoryMb();
    double restores = paysForSnapshots ? Prices.restoresPerMillionCalls(memoryMb) : 0;
    List<OptionalDouble> warm = cell.means(Figure.WARM_BILLED);
    List<OptionalDouble> cold = cell.means(Figure.COLD_BILLED);
    List<Optional<Cost>> all = new ArrayList<>();
    for (int i = 0; i < warm.size(); i++) {
      all.add(
          warm.get(i).isEmpty() || cold.get(i).isEmpty()
              ? Optional.empty()
              : Optional.of(
                  new Cost(
                      prices.requestsPerMillionCalls(),
                      prices.computePerMillionCalls(warm.get(i).getAsDouble(), memoryMb),
                      prices.computePerMillionCalls(cold.get(i).getAsDouble(), memoryMb)
                          + restores)));
    }
    return all;
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

package coldbench.analysis;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a million calls of a cell cost in compute, in US dollars, with what its cold calls cost in
 * restored snapshots. As bills are, it is linear in the share of cold calls.
 *
 * @param warm where no call is cold
 * @param cold where every call is
 */
public record Cost(double warm, double cold) {
  /**
   * Empty where calls of the kind were not measured.
   *
   * @param paysForSnapshots whether each cold call restores a snapshot that is charged for
   */
  public static Optional<Cost> of(Cell cell, Prices prices, boolean paysForSnapshots) {
    double restores = paysForSnapshots ? Prices.restoresPerMillionCalls(cell.memoryMb()) : 0;
    Optional<Spread> warm = cell.spread(Figure.WARM_BILLED);
    Optional<Spread> cold = cell.spread(Figure.COLD_BILLED);
    return warm.isEmpty() || cold.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Cost(
                prices.computePerMillionCalls(warm.get().mean(), cell.memoryMb()),
                prices.computePerMillionCalls(cold.get().mean(), cell.memoryMb()) + restores));
  }

  public double at(double coldShare) {
    return warm + coldShare * (cold - warm);
  }

  /** The share of cold calls at which both cost the same; empty where one is always cheaper. */
  public OptionalDouble breakEven(Cost other) {
    double atWarm = warm - other.warm;
    double atCold = cold - other.cold;
    return atWarm * atCold < 0
        ? OptionalDouble.of(atWarm / (atWarm - atCold))
        : OptionalDouble.empty();
  }
}

package coldbench.measure;

import java.util.List;
import java.util.Optional;

/**
 * One function at one memory size.
 *
 * @param function its label
 * @param planned trials that were to be measured
 * @param trials those that were measured whole, of all runs
 */
public record Cell(String function, int memoryMb, int planned, List<Trial> trials) {
  public Cell {
    trials = List.copyOf(trials);
  }

  /** A figure's spread; empty where nothing was measured. */
  public Optional<Spread> spread(Figure figure) {
    double[] values = trials.stream().flatMapToDouble(figure::of).toArray();
    return values.length == 0 ? Optional.empty() : Optional.of(Spread.of(values));
  }
}

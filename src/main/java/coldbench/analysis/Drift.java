package coldbench.analysis;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/**
 * Whether a figure moved while the run went on: its first half in time against its second one, by
 * the Mann-Whitney U test.
 *
 * @param pValue how likely such a difference is where nothing moved
 * @param ratio the second half's median by the first one's
 */
public record Drift(String function, int memoryMb, Figure figure, double pValue, double ratio) {
  /** Below, a drift is reported. Several figures are tested, so that it is less than 0.05. */
  public static final double SIGNIFICANT = 0.01;

  /** Fewer trials in each half could never be significant. */
  private static final int FEWEST = 5;

  /** Empty where the cell has too few trials, or some without their time. */
  public static Optional<Drift> of(Figure figure, Cell cell) {
    List<Trial> inTime =
        cell.trials().stream()
            .filter(trial -> trial.forcedAt().isPresent())
            .sorted(Comparator.comparing(trial -> trial.forcedAt().orElse(Instant.MIN)))
            .toList();
    double[] values =
        inTime.stream().map(figure::mean).flatMapToDouble(OptionalDouble::stream).toArray();
    int half = values.length / 2;
    if (half < FEWEST || values.length < cell.trials().size()) {
      return Optional.empty();
    }
    double[] first = Arrays.copyOfRange(values, 0, half);
    double[] second = Arrays.copyOfRange(values, values.length - half, values.length);
    double was = Median.withDefaults().evaluate(first);
    double is = Median.withDefaults().evaluate(second);
    double pValue = MannWhitneyUTest.withDefaults().test(first, second).getPValue();
    return Optional.of(new Drift(cell.function(), cell.memoryMb(), figure, pValue, is / was));
  }

  public boolean significant() {
    return pValue < SIGNIFICANT;
  }
}

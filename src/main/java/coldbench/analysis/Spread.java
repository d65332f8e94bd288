package coldbench.analysis;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.OptionalDouble;
import org.apache.commons.statistics.descriptive.DoubleStatistics;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;
import org.apache.commons.statistics.descriptive.Statistic;

/** How one figure is spread over its samples. There is at least one. */
public final class Spread {
  /**
   * Hyndman and Fan's type 7, the default of R and NumPy, and what the state machine's own summary
   * uses: linear between the two samples at (n - 1) p.
   */
  static final Quantile QUANTILE =
      Quantile.withDefaults().with(EstimationMethod.HF7).withCopy(true);

  private final double[] sorted;
  private final DoubleStatistics statistics;

  private Spread(double[] sorted) {
    this.sorted = sorted;
    this.statistics =
        DoubleStatistics.of(EnumSet.of(Statistic.MEAN, Statistic.STANDARD_DEVIATION), sorted);
  }

  /**
   * Of samples in any order.
   *
   * @throws IllegalArgumentException without a sample
   */
  public static Spread of(double... samples) {
    if (samples.length == 0) {
      throw new IllegalArgumentException("a spread needs at least one sample");
    }
    double[] sorted = samples.clone();
    Arrays.sort(sorted);
    return new Spread(sorted);
  }

  public int count() {
    return sorted.length;
  }

  public double mean() {
    return statistics.getAsDouble(Statistic.MEAN);
  }

  public double min() {
    return sorted[0];
  }

  public double max() {
    return sorted[sorted.length - 1];
  }

  /** The sample standard deviation (n - 1); none of a single sample. */
  public OptionalDouble deviation() {
    return count() < 2
        ? OptionalDouble.empty()
        : OptionalDouble.of(statistics.getAsDouble(Statistic.STANDARD_DEVIATION));
  }

  /**
   * The p-quantile, where the count supports it: at least one sample is expected on either side, n
   * min(p, 1 - p) &gt;= 1. So p50 needs 2 samples, p90 10, p99 100 and p99.9 1,000.
   *
   * @param p above 0 and below 1
   */
  public OptionalDouble quantile(double p) {
    double beyond = count() * Math.min(p, 1 - p);
    // 1000 * (1 - 0.999) is a little above 1, and 100 * (1 - 0.99) a little too.
    return beyond < 1 - 1e-9
        ? OptionalDouble.empty()
        : OptionalDouble.of(QUANTILE.evaluate(sorted, p));
  }

  /** Deviation by mean; none of a single sample, or where the mean is 0. */
  public OptionalDouble variation() {
    OptionalDouble deviation = deviation();
    return deviation.isEmpty() || mean() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(deviation.getAsDouble() / mean());
  }

  /**
   * Samples outside Tukey's fences, more than one and a half times the distance of the quartiles
   * away from them. They are counted and shown, never dropped.
   */
  public double[] outliers() {
    double q1 = QUANTILE.evaluate(sorted, 0.25);
    double q3 = QUANTILE.evaluate(sorted, 0.75);
    double fence = 1.5 * (q3 - q1);
    return Arrays.stream(sorted).filter(x -> x < q1 - fence || x > q3 + fence).toArray();
  }
}

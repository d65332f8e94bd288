package coldbench.analysis;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How likely Student's paired t-test is to show a difference that there is: by the noncentral
 * t-distribution, as R's {@code power.t.test(strict = TRUE)}.
 *
 * @see <a href="https://doi.org/10.4324/9780203771587">J. Cohen, Statistical Power Analysis for the
 *     Behavioral Sciences, 2nd edition (1988), chapter 2</a>
 */
public final class Power {
  /** Four of five experiments, as is usual. */
  public static final double WANTED = 0.8;

  private static final int MOST_PAIRS = 1_000_000;
  private static final int STEPS = 400;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private Power() {}

  /**
   * Of a two-sided test.
   *
   * @param effect the true mean difference
   * @param deviation of the differences, above 0
   * @param pairs at least two
   * @param level below which a difference is taken for shown
   */
  static double of(double effect, double deviation, int pairs, double level) {
    return beyond(
        pairs - 1,
        effect / deviation * Math.sqrt(pairs),
        TDistribution.of(pairs - 1).inverseSurvivalProbability(level / 2));
  }

  /**
   * The fewest pairs with the wanted power; empty where a million are not enough.
   *
   * @param effect other than 0
   */
  static OptionalInt pairs(double effect, double deviation, double level) {
    int low = Ratio.FEWEST;
    int high = MOST_PAIRS;
    if (of(effect, deviation, high, level) < WANTED) {
      return OptionalInt.empty();
    }
    while (low < high) {
      int middle = (low + high) / 2;
      if (of(effect, deviation, middle, level) < WANTED) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return OptionalInt.of(low);
  }

  /** The least effect that so many pairs show with the wanted power; empty of too few. */
  static OptionalDouble effect(double deviation, int pairs, double level) {
    if (pairs < Ratio.FEWEST) {
      return OptionalDouble.empty();
    }
    double low = 0;
    double high = 100 * deviation;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (of(middle, deviation, pairs, level) < WANTED) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return OptionalDouble.of(high);
  }

  /**
   * The probability that noncentral t lies beyond a value on either side: what a normal one does,
   * over all standard deviations that the samples may show (Simpson's rule).
   */
  private static double beyond(int freedom, double noncentrality, double value) {
    ChiSquaredDistribution squares = ChiSquaredDistribution.of(freedom);
    double reach = 10 / Math.sqrt(2.0 * freedom);
    double from = Math.max(1e-9, 1 - reach);
    double step = (1 + reach - from) / STEPS;
    double sum = 0;
    for (int i = 0; i <= STEPS; i++) {
      double s = from + i * step;
      double density = squares.density(freedom * s * s) * 2 * freedom * s;
      double outside =
          NORMAL.cumulativeProbability(noncentrality - value * s)
              + NORMAL.cumulativeProbability(-noncentrality - value * s);
      sum += density * outside * (i == 0 || i == STEPS ? 1 : i % 2 == 1 ? 4 : 2);
    }
    return Math.min(1, sum * step / 3);
  }
}

package coldbench.analysis;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Takes a 95 % interval to other levels, and asks at which one it would touch 0.
 *
 * <p>A bootstrap of ten blocks has no draws as far out as a level corrected for many comparisons
 * asks for. So each side of the interval, with the skewness that BCa found, is stretched as
 * Student's t is for as many degrees of freedom. Of samples without skewness this is the t-test.
 */
final class Student {
  private static final double USUAL = 0.05;

  private Student() {}

  /**
   * The level at which the interval would touch 0: what a two-sided test would give.
   *
   * @param usual 95 % interval of the estimate
   * @param count samples that both come from, at least two
   */
  static double pValue(double estimate, Interval usual, int count) {
    double reach = estimate > 0 ? estimate - usual.low() : usual.high() - estimate;
    if (estimate == 0) {
      return 1;
    }
    if (usual.low() == usual.high()) {
      return 0;
    }
    // A bias so large that the estimate lies outside leaves one side without a reach.
    double half = reach > 0 ? reach : (usual.high() - usual.low()) / 2;
    TDistribution t = TDistribution.of(count - 1);
    return 2 * t.survivalProbability(quantile(t, USUAL) * Math.abs(estimate) / half);
  }

  /** The interval at a level other than 0.05. */
  static Interval at(double level, double estimate, Interval usual, int count) {
    TDistribution t = TDistribution.of(count - 1);
    double stretch = quantile(t, level) / quantile(t, USUAL);
    return new Interval(
        estimate - (estimate - usual.low()) * stretch,
        estimate + (usual.high() - estimate) * stretch);
  }

  private static double quantile(TDistribution t, double level) {
    return t.inverseSurvivalProbability(level / 2);
  }
}

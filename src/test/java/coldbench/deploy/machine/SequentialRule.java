package coldbench.deploy.machine;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The rule by which a run until a precision ends, written anew with a library's quantiles and
 * logarithms: fast enough to be simulated, and what the machine's own expression is held to.
 */
public final class SequentialRule {
  private static final int FIRST = 10;
  private static final int NEXT = 5;
  private static final int HELD = 2;
  private static final int FEWEST_OF_ONE_RATIO = 30;

  private SequentialRule() {}

  /** How far the longer side of the interval reaches from the mean logarithm. */
  static double reach(double[] logs, int ratios) {
    int n = logs.length;
    if (ratios == 1 && n < FEWEST_OF_ONE_RATIO) {
      return Double.POSITIVE_INFINITY;
    }
    double mean = Arrays.stream(logs).average().orElseThrow();
    double squares = Arrays.stream(logs).map(x -> (x - mean) * (x - mean)).sum();
    double cubes = Arrays.stream(logs).map(x -> Math.pow(x - mean, 3)).sum();
    if (squares == 0) {
      return 0;
    }
    double skewness = cubes / n / Math.pow(squares / n, 1.5);
    double a = skewness / (3 * Math.sqrt(n));
    double t = TDistribution.of(n - 1).inverseSurvivalProbability(0.025 / ratios);
    double longer = Math.max(side(t, a), -side(-t, a));
    return longer * Math.sqrt(squares / (n - 1) / n);
  }

  private static double side(double q, double a) {
    return Math.abs(a) < 1e-9 ? q : (Math.cbrt(1 + 3 * a * (q - a / 2)) - 1) / a;
  }

  /** How many rounds are measured of series that are drawn beforehand, and whether it is enough. */
  public static int rounds(double[][] logs, double reach) {
    int held = 0;
    int most = logs[0].length;
    for (int rounds = FIRST; ; rounds = Math.min(rounds + NEXT, most)) {
      int looked = rounds;
      boolean within =
          Arrays.stream(logs)
              .allMatch(each -> reach(Arrays.copyOf(each, looked), logs.length) <= reach);
      held = within ? held + 1 : 0;
      if (held == HELD || rounds == most) {
        return rounds;
      }
    }
  }

  /** The quantile that a single ratio without any skewness has, for comparison. */
  public static double normal(int ratios) {
    return NormalDistribution.of(0, 1).inverseSurvivalProbability(0.025 / ratios);
  }
}

package coldbench.analysis;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The bias-corrected and accelerated (BCa) bootstrap interval of a mean, of a difference of two
 * means, or of a ratio of two sums. The seed is fixed: the same samples give the same interval.
 *
 * <p>With few samples a bootstrap's interval is too narrow: simulated, a plain 95 % one of ten
 * samples held the true mean in 86 to 89 % of the cases. So its tails are moved outwards as
 * Hesterberg proposes, by Student's t, after which it did in 91 to 94 %.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1987.10478410">B. Efron, Better Bootstrap
 *     Confidence Intervals, Journal of the American Statistical Association 82 (1987)</a>
 * @see <a href="https://doi.org/10.1080/00031305.2015.1089789">T. Hesterberg, What Teachers Should
 *     Know About the Bootstrap, The American Statistician 69 (2015), section 3.3</a>
 */
final class Bootstrap {
  private static final long SEED = 20_260_314;
  private static final double TAIL = 0.025;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(SEED);

  /** Of the samples' mean. There are at least two. */
  static Interval ofMean(double[] samples) {
    Draws draws = Draws.of(samples.length);
    double[] means = new double[resamples(samples.length)];
    for (int i = 0; i < means.length; i++) {
      double sum = 0;
      for (int k = draws.from(i); k < draws.from(i + 1); k++) {
        sum += samples[draws.indices[k]];
      }
      means[i] = sum / samples.length;
    }
    return interval(means, mean(samples), acceleration(influences(samples)), tail(samples.length));
  }

  /** The same; empty below {@link Ratio#FEWEST} samples. */
  static Optional<Interval> ofMeanOfEnough(double[] samples) {
    return samples.length < Ratio.FEWEST ? Optional.empty() : Optional.of(ofMean(samples));
  }

  /** Of how much the mean of {@code after} is above that of {@code before}, drawn on their own. */
  static Interval ofDifference(double[] before, double[] after) {
    Bootstrap bootstrap = new Bootstrap();
    double[] differences = new double[resamples(before.length + after.length)];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = bootstrap.resampledMean(after) - bootstrap.resampledMean(before);
    }
    double[] influences = Arrays.copyOf(influences(after), after.length + before.length);
    double[] opposite = influences(before);
    for (int i = 0; i < before.length; i++) {
      influences[after.length + i] = -opposite[i];
    }
    return interval(
        differences,
        mean(after) - mean(before),
        acceleration(influences),
        tail(Math.min(before.length, after.length)));
  }

  /**
   * Of the logarithm of how many times the sum of {@code base} that of {@code other} is, drawn in
   * pairs.
   */
  static Interval ofLogOfSums(double[] base, double[] other) {
    Draws draws = Draws.of(base.length);
    double[] logs = new double[resamples(base.length)];
    for (int i = 0; i < logs.length; i++) {
      double bases = 0;
      double others = 0;
      for (int k = draws.from(i); k < draws.from(i + 1); k++) {
        bases += base[draws.indices[k]];
        others += other[draws.indices[k]];
      }
      logs[i] = Math.log(others / bases);
    }
    double meanOfBase = mean(base);
    double meanOfOther = mean(other);
    double[] influences = new double[base.length];
    for (int k = 0; k < base.length; k++) {
      influences[k] = (other[k] / meanOfOther - base[k] / meanOfBase) / base.length;
    }
    double observed = Math.log(meanOfOther / meanOfBase);
    return interval(logs, observed, acceleration(influences), tail(base.length));
  }

  /**
   * Which samples are drawn, of so many. With one seed all sets of as many samples are drawn alike,
   * and a report over many functions has hundreds of them: the last draws are kept.
   */
  private static final class Draws {
    private static volatile Draws last = new Draws(0, new int[0]);

    private final int samples;
    private final int[] indices;

    private Draws(int samples, int[] indices) {
      this.samples = samples;
      this.indices = indices;
    }

    static Draws of(int samples) {
      Draws kept = last;
      if (kept.samples != samples) {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(SEED);
        int[] indices = new int[resamples(samples) * samples];
        for (int i = 0; i < indices.length; i++) {
          indices[i] = random.nextInt(samples);
        }
        kept = new Draws(samples, indices);
        last = kept;
      }
      return kept;
    }

    /** Where those of a resample begin. */
    int from(int resample) {
      return resample * samples;
    }
  }

  /** Where there are many samples, fewer draws settle the interval as well. */
  private static int resamples(int samples) {
    return Math.max(2_000, Math.min(20_000, 1_000_000 / samples));
  }

  private double resampledMean(double[] samples) {
    double sum = 0;
    for (int i = 0; i < samples.length; i++) {
      sum += samples[random.nextInt(samples.length)];
    }
    return sum / samples.length;
  }

  /** Where 2.5 % of the cases are to lie outside: for n samples a bit further out than 0.025. */
  private static double tail(int n) {
    double t = TDistribution.of(n - 1).inverseCumulativeProbability(1 - TAIL);
    return NORMAL.cumulativeProbability(-Math.sqrt(n / (n - 1.0)) * t);
  }

  private static Interval interval(
      double[] resampled, double observed, double acceleration, double tail) {
    Arrays.sort(resampled);
    double below = 0;
    for (double each : resampled) {
      below += each < observed ? 1 : each == observed ? 0.5 : 0;
    }
    if (resampled[0] == resampled[resampled.length - 1]) {
      return new Interval(observed, observed);
    }
    double bias = NORMAL.inverseCumulativeProbability(below / resampled.length);
    return new Interval(
        at(resampled, adjusted(tail, bias, acceleration)),
        at(resampled, adjusted(1 - tail, bias, acceleration)));
  }

  private static double adjusted(double p, double bias, double acceleration) {
    double z = bias + NORMAL.inverseCumulativeProbability(p);
    return NORMAL.cumulativeProbability(bias + z / (1 - acceleration * z));
  }

  private static double at(double[] sorted, double p) {
    return Spread.QUANTILE.evaluate(sorted, p);
  }

  /** How much each sample pulls at the mean: the jackknife of a mean in closed form. */
  private static double[] influences(double[] samples) {
    double mean = mean(samples);
    return Arrays.stream(samples).map(x -> (x - mean) / samples.length).toArray();
  }

  private static double acceleration(double[] influences) {
    double squares = 0;
    double cubes = 0;
    for (double each : influences) {
      squares += each * each;
      cubes += each * each * each;
    }
    return squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
  }

  private static double mean(double[] samples) {
    return Mean.of(samples).getAsDouble();
  }
}

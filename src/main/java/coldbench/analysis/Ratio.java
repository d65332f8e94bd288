package coldbench.analysis;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/**
 * How many times as large one thing is as another, from ratios or from samples of both, and how
 * sure that is. Ratios are averaged as logarithms: twice as long and half as long cancel out.
 *
 * @param value the geometric mean
 * @param interval 95 % bootstrap interval (BCa); empty below {@link #FEWEST} pairs or samples
 * @param count pairs, or samples of the smaller side
 * @param needed pairs at which a difference of the size seen would be shown in four of five
 *     experiments; empty where it has been shown, or none was seen
 */
public record Ratio(double value, Optional<Interval> interval, int count, OptionalInt needed) {
  /** An interval from fewer would promise what it cannot hold. */
  public static final int FEWEST = 5;

  // Normal quantiles of 0.975 (5 % two-sided) and 0.8 (the power).
  private static final double BOTH_TAILS_AND_POWER = 1.959964 + 0.841621;
  private static final int MOST_ROUNDS = 100_000;

  /** Of ratios, one for each block. At least one, all above 0. */
  static Ratio ofPairs(double[] ratios) {
    double[] logs = Arrays.stream(ratios).map(Math::log).toArray();
    double mean = Mean.of(logs).getAsDouble();
    if (logs.length < FEWEST) {
      return new Ratio(Math.exp(mean), Optional.empty(), logs.length, OptionalInt.empty());
    }
    Interval interval = Bootstrap.ofMean(logs);
    double deviation = StandardDeviation.of(logs).getAsDouble();
    return new Ratio(
        Math.exp(mean),
        Optional.of(interval.exp()),
        logs.length,
        needed(interval, mean, deviation));
  }

  /** Of two groups of samples that do not belong together one by one. All above 0. */
  static Ratio ofGroups(double[] before, double[] after) {
    double[] logsBefore = Arrays.stream(before).map(Math::log).toArray();
    double[] logsAfter = Arrays.stream(after).map(Math::log).toArray();
    double mean = Mean.of(logsAfter).getAsDouble() - Mean.of(logsBefore).getAsDouble();
    int count = Math.min(before.length, after.length);
    if (count < FEWEST) {
      return new Ratio(Math.exp(mean), Optional.empty(), count, OptionalInt.empty());
    }
    Interval interval = Bootstrap.ofDifference(logsBefore, logsAfter);
    double deviation =
        Math.hypot(
            StandardDeviation.of(logsBefore).getAsDouble(),
            StandardDeviation.of(logsAfter).getAsDouble());
    return new Ratio(
        Math.exp(mean), Optional.of(interval.exp()), count, needed(interval, mean, deviation));
  }

  /**
   * Of what two things sum up to, block by block: the ratio of their sums. Of bills, which are
   * sums, this is what is paid.
   */
  static Ratio ofSums(double[] base, double[] other) {
    double value = sum(other) / sum(base);
    if (base.length < FEWEST) {
      return new Ratio(value, Optional.empty(), base.length, OptionalInt.empty());
    }
    Interval interval = Bootstrap.ofLogOfSums(base, other);
    return new Ratio(value, Optional.of(interval.exp()), base.length, OptionalInt.empty());
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }

  /** Whether the interval excludes that both are equal. */
  public boolean shown() {
    return interval.filter(range -> !range.contains(1)).isPresent();
  }

  /** How likely such a ratio is where both are equal; empty where there is no interval. */
  public OptionalDouble pValue() {
    return interval.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(Student.pValue(Math.log(value), interval.get().log(), count));
  }

  /** The interval at another level than 0.05; empty where there is none. */
  public Optional<Interval> interval(double level) {
    return interval.map(usual -> Student.at(level, Math.log(value), usual.log(), count).exp());
  }

  /** The same with another interval. */
  Ratio within(Optional<Interval> other) {
    return new Ratio(value, other, count, needed);
  }

  /** The same with an interval that reaches so many percent to either side, or further. */
  Ratio reaching(double percent) {
    double times = 1 + percent / 100;
    return within(
        interval.map(
            range ->
                new Interval(
                    Math.min(range.low(), value / times), Math.max(range.high(), value * times))));
  }

  /** The same, seen from the other side. */
  public Ratio inverse() {
    return new Ratio(1 / value, interval.map(Interval::inverse), count, needed);
  }

  /** Sample size of a z-test on the mean logarithm. */
  private static OptionalInt needed(Interval interval, double mean, double deviation) {
    if (!interval.contains(0) || mean == 0) {
      return OptionalInt.empty();
    }
    double rounds = Math.ceil(Math.pow(BOTH_TAILS_AND_POWER * deviation / mean, 2));
    return rounds > MOST_ROUNDS ? OptionalInt.empty() : OptionalInt.of((int) rounds);
  }
}

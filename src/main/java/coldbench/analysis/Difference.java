package coldbench.analysis;

/**
 * How much larger one thing is than another, on average.
 *
 * @param interval at 95 %
 * @param count pairs, or samples of the smaller side
 */
public record Difference(double value, Interval interval, int count) {
  /** At another level than 0.05. */
  Interval interval(double level) {
    return Student.at(level, value, interval, count);
  }

  Difference inverse() {
    return new Difference(-value, new Interval(-interval.high(), -interval.low()), count);
  }
}

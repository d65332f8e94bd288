package coldbench.analysis;

/** A confidence interval, at 95 % where nothing else is said. */
public record Interval(double low, double high) {
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** Of the logarithms. */
  Interval log() {
    return new Interval(Math.log(low), Math.log(high));
  }

  /** The same, seen from the other side, where the interval is one of ratios. */
  public Interval inverse() {
    return new Interval(1 / high, 1 / low);
  }

  /** Of the exponentials, where the interval is one of logarithms. */
  Interval exp() {
    return new Interval(Math.exp(low), Math.exp(high));
  }
}

package coldbench.analysis;

/** A 95 % confidence interval. */
public record Interval(double low, double high) {
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** Of the exponentials, where the interval is one of logarithms. */
  Interval exp() {
    return new Interval(Math.exp(low), Math.exp(high));
  }
}

package coldbench.analysis;

/**
 * How far two things may lie apart and still be taken for equal.
 *
 * <p>They are shown to be equal where the whole interval lies inside: two one-sided tests.
 *
 * @see <a href="https://doi.org/10.1007/BF01068419">D. J. Schuirmann, A Comparison of the Two
 *     One-Sided Tests Procedure, Journal of Pharmacokinetics and Biopharmaceutics 15 (1987)</a>
 */
public sealed interface Margin {
  /** What a difference is worth talking about from. */
  Margin USUAL = new Percent(10);

  /**
   * Of a ratio.
   *
   * @param percent above 0; 10 means from 1/1.1 to 1.1
   */
  record Percent(double percent) implements Margin {
    boolean holds(Interval ratio) {
      double most = 1 + percent / 100;
      return ratio.low() >= 1 / most && ratio.high() <= most;
    }

    @Override
    public String toString() {
      return plain(percent) + " %";
    }
  }

  /** Of a difference in milliseconds, above 0. */
  record Milliseconds(double ms) implements Margin {
    boolean holds(Interval difference) {
      return difference.low() >= -ms && difference.high() <= ms;
    }

    @Override
    public String toString() {
      return plain(ms) + " ms";
    }
  }

  private static String plain(double value) {
    return new java.math.BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}

package coldbench.semantics.library.lang;

/**
 * The shortest decimal that rounds to a number, and of those the closest to it; of two digits where
 * one would do. Digit by digit in exact arithmetic: https://doi.org/10.1145/93542.93559. Source:
 * https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/lang/Double.html#toString(double)
 */
final class ShortestDecimal {
  private static final int LEAST_DIGITS = 2;
  private static final int MOST_DIGITS = 17;
  private static final double LOG10_OF_2 = 0.30102999566398120;

  private ShortestDecimal() {}

  static java.lang.String ofDouble(double d) {
    long bits = java.lang.Double.doubleToRawLongBits(d);
    int exponent = (int) (bits >>> 52) & 0x7ff;
    long fraction = bits & 0xfffffffffffffL;
    if (exponent == 0x7ff) {
      return special(bits < 0, fraction != 0);
    }
    return text(
        bits < 0,
        exponent == 0 ? fraction : fraction | 1L << 52,
        java.lang.Math.max(exponent, 1) - 1075,
        fraction == 0 && exponent > 1);
  }

  static java.lang.String ofFloat(float f) {
    int bits = java.lang.Float.floatToRawIntBits(f);
    int exponent = bits >>> 23 & 0xff;
    int fraction = bits & 0x7fffff;
    if (exponent == 0xff) {
      return special(bits < 0, fraction != 0);
    }
    return text(
        bits < 0,
        exponent == 0 ? fraction : fraction | 1 << 23,
        java.lang.Math.max(exponent, 1) - 150,
        fraction == 0 && exponent > 1);
  }

  private static java.lang.String special(boolean negative, boolean nan) {
    return nan ? "NaN" : negative ? "-Infinity" : "Infinity";
  }

  /**
   * @param closerBelow whether the next smaller number is only half as far as the next larger
   */
  private static java.lang.String text(
      boolean negative, long significand, int exponent, boolean closerBelow) {
    if (significand == 0) {
      return negative ? "-0.0" : "0.0";
    }
    // The number is over / under; half the ways to its neighbours are above / under, below / under.
    int more = closerBelow ? 2 : 1;
    int bits = java.lang.Math.abs(exponent) + 64;
    Natural over = new Natural(significand, bits);
    Natural under = new Natural(1, bits);
    Natural above = new Natural(more, bits);
    Natural below = new Natural(1, bits);
    over.shiftLeft(java.lang.Math.max(exponent, 0) + more);
    above.shiftLeft(java.lang.Math.max(exponent, 0));
    below.shiftLeft(java.lang.Math.max(exponent, 0));
    under.shiftLeft(java.lang.Math.max(-exponent, 0) + more);
    int length = 64 - java.lang.Long.numberOfLeadingZeros(significand);
    int power = (int) java.lang.Math.floor((exponent + length - 1) * LOG10_OF_2); // or one more
    under.multiplyByPowerOfTen(java.lang.Math.max(power + 1, 0));
    int up = java.lang.Math.max(-power - 1, 0);
    over.multiplyByPowerOfTen(up);
    above.multiplyByPowerOfTen(up);
    below.multiplyByPowerOfTen(up);
    if (over.compareTo(under) >= 0) {
      power++;
    } else {
      over.multiplyAndAdd(10, 0);
      above.multiplyAndAdd(10, 0);
      below.multiplyAndAdd(10, 0);
    }
    byte[] digits = new byte[MOST_DIGITS];
    boolean even = (significand & 1) == 0;
    for (int count = 1; ; count++) {
      int digit = over.divide(under);
      int low = over.compareTo(below);
      int high = over.compareSum(above, under);
      boolean here = low < 0 || (even && low == 0);
      boolean next = high > 0 || (even && high == 0);
      if (count >= LEAST_DIGITS && (here || next)) {
        int side = over.compareSum(over, under);
        if (next && (!here || side > 0 || (side == 0 && (digit & 1) == 1))) {
          digit++;
        }
        digits[count - 1] = (byte) digit;
        return layout(negative, digits, count, power);
      }
      digits[count - 1] = (byte) digit;
      over.multiplyAndAdd(10, 0);
      above.multiplyAndAdd(10, 0);
      below.multiplyAndAdd(10, 0);
    }
  }

  /** The last digit may be ten. */
  private static java.lang.String layout(boolean negative, byte[] digits, int count, int power) {
    int length = count;
    while (length > 1 && digits[length - 1] == 10) {
      length--;
      digits[length - 1]++;
    }
    int exponent = power;
    if (digits[0] == 10) {
      digits[0] = 1;
      exponent++;
    }
    while (length > 1 && digits[length - 1] == 0) {
      length--;
    }
    java.lang.StringBuilder out = new java.lang.StringBuilder(26);
    if (negative) {
      out.append('-');
    }
    if (exponent < -3 || exponent >= 7) {
      add(out, digits, 0, 1, length);
      out.append('.');
      add(out, digits, 1, java.lang.Math.max(length, 2), length);
      return out.append('E').append(exponent).toString();
    }
    if (exponent < 0) {
      out.append('0');
    } else {
      add(out, digits, 0, exponent + 1, length);
    }
    out.append('.');
    int to = java.lang.Math.max(length, exponent + 2);
    add(out, digits, exponent + 1, to, length);
    return out.toString();
  }

  /** Zeros where there are no digits. */
  private static void add(
      java.lang.StringBuilder out, byte[] digits, int from, int to, int length) {
    for (int i = from; i < to; i++) {
      out.append((char) ('0' + (i >= 0 && i < length ? digits[i] : 0)));
    }
  }
}

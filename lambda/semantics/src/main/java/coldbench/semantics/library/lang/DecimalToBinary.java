package coldbench.semantics.library.lang;

/**
 * A text to the nearest binary number, in exact arithmetic. The grammar, and what is rounded how:
 * https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/lang/Double.html#valueOf(java.lang.String)
 */
final class DecimalToBinary {
  /** Of digits; more of them only say on which side of a half it is. */
  private static final int MOST_DIGITS = 800;

  /** Beyond these a decimal exponent is overflow or nothing, whatever the digits are. */
  private static final int MOST_EXPONENT = 100_000;

  private static final double[] EXACT_POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private final java.lang.String text;
  private final int precision;
  private final int leastExponent;
  private int at;
  private int end;

  /**
   * @param precision bits of the significand
   * @param leastExponent of the last bit of the smallest number
   */
  private DecimalToBinary(java.lang.String text, int precision, int leastExponent) {
    this.text = text;
    this.precision = precision;
    this.leastExponent = leastExponent;
  }

  static double ofDouble(java.lang.String text) {
    return new DecimalToBinary(text, 53, -1074).value();
  }

  static float ofFloat(java.lang.String text) {
    return (float) new DecimalToBinary(text, 24, -149).value();
  }

  private double value() {
    end = text.length();
    while (end > 0 && text.charAt(end - 1) <= ' ') {
      end--;
    }
    while (at < end && text.charAt(at) <= ' ') {
      at++;
    }
    if (at == end) {
      throw new NumberFormatException("empty String");
    }
    boolean negative = text.charAt(at) == '-';
    if (negative || text.charAt(at) == '+') {
      at++;
    }
    double size;
    if (text.startsWith("NaN", at) && end == at + 3) {
      return java.lang.Double.NaN;
    } else if (text.startsWith("Infinity", at) && end == at + 8) {
      size = java.lang.Double.POSITIVE_INFINITY;
    } else if (at + 1 < end && text.charAt(at) == '0' && (text.charAt(at + 1) | 32) == 'x') {
      at += 2;
      size = hexadecimal();
    } else {
      size = decimal();
    }
    return negative ? -size : size;
  }

  private NumberFormatException malformed() {
    return new NumberFormatException("For input string: \"" + text + "\"");
  }

  private double decimal() {
    int first = at;
    long head = 0; // the first 18 digits that count
    int count = 0;
    int pointAt = -1;
    int behindPoint = 0;
    Natural all = null;
    boolean more = false;
    int dropped = 0;
    int digits = 0;
    for (; at < end; at++) {
      char c = text.charAt(at);
      if (c == '.' && pointAt < 0) {
        pointAt = at;
        continue;
      }
      if (c < '0' || c > '9') {
        break;
      }
      digits++;
      behindPoint += pointAt < 0 ? 0 : 1;
      if (count == 0 && c == '0') {
        continue;
      }
      if (count < 18) {
        head = head * 10 + c - '0';
      } else if (count < MOST_DIGITS) {
        all = all == null ? new Natural(head, 256) : all;
        all.multiplyAndAdd(10, c - '0');
      } else {
        more |= c != '0';
        dropped++;
      }
      count++;
    }
    if (digits == 0) {
      at = first;
      throw malformed();
    }
    int exponent = dropped - behindPoint + exponent('e', false);
    suffix();
    if (head == 0) {
      return 0;
    }
    if (all == null) {
      boolean exact = precision == 53 && head < 1L << 53 && exponent >= -22 && exponent <= 22;
      if (exact) { // both are, and the operation rounds once
        return exponent < 0 ? head / EXACT_POWERS[-exponent] : head * EXACT_POWERS[exponent];
      }
      all = new Natural(head, 256);
    }
    if (more) { // a digit that is not 0, on the same side of every half
      all.multiplyAndAdd(10, 1);
      exponent--;
    }
    return scaled(all, exponent);
  }

  /** Where there is none, 0. */
  private int exponent(char letter, boolean needed) {
    if (at >= end || (text.charAt(at) | 32) != letter) {
      if (needed) {
        throw malformed();
      }
      return 0;
    }
    at++;
    boolean negative = at < end && text.charAt(at) == '-';
    if (negative || (at < end && text.charAt(at) == '+')) {
      at++;
    }
    int from = at;
    int value = 0;
    for (; at < end && text.charAt(at) >= '0' && text.charAt(at) <= '9'; at++) {
      value = java.lang.Math.min(value * 10 + text.charAt(at) - '0', 100_000_000);
    }
    if (at == from) {
      throw malformed();
    }
    return negative ? -value : value;
  }

  private void suffix() {
    if (at < end && ((text.charAt(at) | 32) == 'd' || (text.charAt(at) | 32) == 'f')) {
      at++;
    }
    if (at != end) {
      throw malformed();
    }
  }

  private double hexadecimal() {
    long bits = 0;
    boolean more = false;
    int exponent = 0;
    boolean point = false;
    int digits = 0;
    for (; at < end; at++) {
      char c = text.charAt(at);
      int digit = c < 128 ? java.lang.Character.digit(c, 16) : -1;
      if (c == '.' && !point) {
        point = true;
      } else if (digit < 0) {
        break;
      } else {
        digits++;
        if (bits >>> 60 == 0) {
          bits = bits << 4 | digit;
          exponent -= point ? 4 : 0;
        } else {
          more |= digit != 0;
          exponent += point ? 0 : 4;
        }
      }
    }
    if (digits == 0) {
      throw malformed();
    }
    exponent += exponent('p', true);
    suffix();
    return bits == 0 ? 0 : rounded(bits, exponent, more);
  }

  private double scaled(Natural digits, int exponent) {
    if (exponent > MOST_EXPONENT) {
      return java.lang.Double.POSITIVE_INFINITY;
    }
    int magnitude = exponent + digits.bitLength() * 3 / 10; // of the decimal, a little too small
    if (magnitude > 400 || magnitude < -500) {
      return magnitude > 0 ? java.lang.Double.POSITIVE_INFINITY : 0;
    }
    Natural over = digits;
    Natural under = new Natural(1, java.lang.Math.max(0, -exponent) * 4);
    over.multiplyByPowerOfTen(java.lang.Math.max(0, exponent));
    under.multiplyByPowerOfTen(java.lang.Math.max(0, -exponent));
    int shift = over.bitLength() - under.bitLength() - 63; // the quotient then has 63 or 64 bits
    if (shift < 0) {
      over.shiftLeft(-shift);
    } else {
      under.shiftLeft(shift);
    }
    under.shiftLeft(63);
    long quotient = 0;
    for (int i = 0; i < 64; i++) {
      quotient <<= 1;
      if (over.compareTo(under) >= 0) {
        over.subtract(under);
        quotient |= 1;
      }
      over.shiftLeft(1);
    }
    return rounded(quotient, shift, !over.isZero());
  }

  /** {@code bits * 2^exponent}, and a little more if so said; to even where it is half way. */
  private double rounded(long bits, int exponent, boolean more) {
    int length = 64 - java.lang.Long.numberOfLeadingZeros(bits);
    int drop = (int) java.lang.Math.max(length - precision, (long) leastExponent - exponent);
    if (drop <= 0) {
      return scaledExactly(bits, exponent);
    }
    if (drop > 64) {
      return 0;
    }
    long kept = drop == 64 ? 0 : bits >>> drop;
    long half = 1L << (drop - 1);
    long rest = drop == 64 ? bits : bits & ((half << 1) - 1);
    int side = java.lang.Long.compareUnsigned(rest, half);
    boolean up = side > 0 || (side == 0 && (more || (kept & 1) == 1));
    return scaledExactly(up ? kept + 1 : kept, exponent + drop);
  }

  /** Of at most {@link #precision} bits, or one more where that is 0. */
  private double scaledExactly(long significand, int exponent) {
    int length = 64 - java.lang.Long.numberOfLeadingZeros(significand);
    long magnitude = (long) length - 1 + exponent;
    int most = precision == 53 ? java.lang.Double.MAX_EXPONENT : java.lang.Float.MAX_EXPONENT;
    if (significand == 0 || magnitude > most) {
      return significand == 0 ? 0 : java.lang.Double.POSITIVE_INFINITY;
    }
    if (magnitude < java.lang.Double.MIN_EXPONENT) {
      return java.lang.Double.longBitsToDouble(significand << (exponent + 1074));
    }
    long fraction = length > 53 ? 0 : significand << (53 - length) & 0xfffffffffffffL;
    return java.lang.Double.longBitsToDouble((magnitude + 1023) << 52 | fraction);
  }
}

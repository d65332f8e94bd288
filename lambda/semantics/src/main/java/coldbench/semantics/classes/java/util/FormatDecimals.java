package coldbench.semantics.classes.java.util;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The digits of a number that is not negative, rounded half up.
 *
 * @param exponent with its letter and sign, or empty
 */
record FormatDecimals(String mantissa, String exponent) {
  private static final int DEFAULT_PRECISION = 6;
  private static final BigDecimal LEAST_WITHOUT_EXPONENT = BigDecimal.valueOf(1, 4);
  private static final int HEX_DIGITS = 13;
  private static final int FRACTION_BITS = 52;

  static FormatDecimals of(BigDecimal value, char conversion, int precision, boolean point) {
    int digits = precision < 0 ? DEFAULT_PRECISION : precision;
    return switch (conversion) {
      case 'e' -> scientific(value, digits, point);
      case 'f' -> plain(value, digits, point);
      default -> general(value, Math.max(digits, 1));
    };
  }

  @SuppressWarnings("BigDecimalEquals") // 0.00 is written with an exponent on a JVM, 0 is not
  private static FormatDecimals general(BigDecimal value, int digits) {
    BigDecimal rounded = value.round(new MathContext(digits, RoundingMode.HALF_UP));
    boolean plain =
        rounded.equals(BigDecimal.ZERO)
            || (rounded.compareTo(LEAST_WITHOUT_EXPONENT) >= 0
                && rounded.compareTo(BigDecimal.valueOf(1, -digits)) < 0);
    return plain
        ? plain(rounded, digits - exponent(rounded) - 1, false)
        : scientific(rounded, digits - 1, false);
  }

  private static int exponent(BigDecimal value) {
    return value.precision() - 1 - value.scale();
  }

  private static FormatDecimals plain(BigDecimal value, int digits, boolean point) {
    String text = value.setScale(digits, RoundingMode.HALF_UP).toPlainString();
    return new FormatDecimals(digits == 0 && point ? text + "." : text, "");
  }

  private static FormatDecimals scientific(BigDecimal value, int digits, boolean point) {
    BigDecimal rounded = value.round(new MathContext(digits + 1, RoundingMode.HALF_UP));
    String all = rounded.unscaledValue().toString();
    StringBuilder mantissa = new StringBuilder(all.substring(0, 1));
    if (digits > 0 || point) {
      mantissa.append('.').append(all, 1, all.length());
      mantissa.append("0".repeat(digits + 1 - all.length()));
    }
    int exponent = exponent(rounded);
    String size = Integer.toString(Math.abs(exponent));
    return new FormatDecimals(
        mantissa.toString(), (exponent < 0 ? "e-" : "e+") + (size.length() < 2 ? "0" : "") + size);
  }

  /** As Double.toHexString, rounded half even to that many digits, if it has more. */
  static String hexadecimal(double value, int precision) {
    int digits = Math.max(precision, 1);
    if (precision < 0 || value == 0 || digits >= HEX_DIGITS) {
      String text = Double.toHexString(value);
      int p = text.indexOf('p');
      int there = p - text.indexOf('.') - 1;
      String zeros = "0".repeat(Math.max((precision < 0 ? 0 : digits) - there, 0));
      return text.substring(0, p) + zeros + text.substring(p);
    }
    long bits = Double.doubleToRawLongBits(value);
    long exponent = bits >>> FRACTION_BITS;
    long significand = bits & ((1L << FRACTION_BITS) - 1);
    if (exponent > 0) {
      significand |= 1L << FRACTION_BITS;
    } else {
      int shift = Long.numberOfLeadingZeros(significand) - (63 - FRACTION_BITS);
      significand <<= shift;
      exponent = 1L - shift;
    }
    int dropped = 4 * (HEX_DIGITS - digits);
    long half = 1L << (dropped - 1);
    long kept = significand >>> dropped;
    long rest = significand & ((1L << dropped) - 1);
    kept += rest > half || (rest == half && (kept & 1) == 1) ? 1 : 0;
    if (kept >>> (4 * digits) > 1) {
      kept >>>= 1;
      exponent++;
    }
    String fraction = Long.toHexString(kept & ((1L << (4 * digits)) - 1));
    return "0x1."
        + "0".repeat(digits - fraction.length())
        + fraction
        + "p"
        + (exponent - Double.MAX_EXPONENT);
  }
}

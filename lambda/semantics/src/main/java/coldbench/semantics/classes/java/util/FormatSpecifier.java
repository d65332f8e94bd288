package coldbench.semantics.classes.java.util;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.DuplicateFormatFlagsException;
import java.util.FormatFlagsConversionMismatchException;
import java.util.Formattable;
import java.util.FormattableFlags;
import java.util.IllegalFormatCodePointException;
import java.util.IllegalFormatConversionException;
import java.util.IllegalFormatFlagsException;
import java.util.IllegalFormatPrecisionException;
import java.util.IllegalFormatWidthException;
import java.util.Locale;
import java.util.MissingFormatWidthException;
import java.util.UnknownFormatConversionException;

/**
 * One of {@code %[index$][flags][width][.precision]conversion}.
 *
 * @param text as it was given
 * @param index of the argument from 1; 0 for the next one, -1 for the last one again
 * @param flags those of {@code -#+ 0,(<} that were given
 * @param width {@link #NONE} where there is none, as of the precision
 * @param conversion in lower case
 * @param upper whether the conversion was given in upper case
 */
record FormatSpecifier(
    String text,
    int index,
    String flags,
    int width,
    int precision,
    char conversion,
    boolean upper) {
  private static final int NONE = -1;
  private static final String FLAGS = "-#+ 0,(<";
  private static final String IN_BOTH_CASES = "bhscxegat";
  private static final String ALL = IN_BOTH_CASES + "dofn%";

  /** Where the specifier ends that begins with the percent sign there. */
  static int end(String format, int percent) {
    int at = percent + 1;
    int digits = skip(format, at, "0123456789");
    if (digits > at && digits < format.length() && format.charAt(digits) == '$') {
      at = digits + 1;
    }
    at = skip(format, skip(format, at, FLAGS), "0123456789");
    if (at < format.length() && format.charAt(at) == '.') {
      int point = at;
      at = skip(format, at + 1, "0123456789");
      if (at == point + 1) {
        throw unknown(format.charAt(percent + 1));
      }
    }
    if (at == format.length() || !isConversion(format.charAt(at))) {
      throw unknown(format.charAt(percent + 1));
    }
    boolean ofDate =
        Character.toLowerCase(format.charAt(at)) == 't'
            && at + 1 < format.length()
            && isConversion(format.charAt(at + 1));
    return at + (ofDate ? 2 : 1);
  }

  private static int skip(String text, int from, String these) {
    int at = from;
    while (at < text.length() && these.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static boolean isConversion(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '%';
  }

  private static UnknownFormatConversionException unknown(char c) {
    return new UnknownFormatConversionException(String.valueOf(c));
  }

  static FormatSpecifier parse(String text) {
    int index = 0;
    int at = 1;
    int dollar = text.indexOf('$');
    if (dollar > 0) {
      index = number(text.substring(at, dollar));
      if (index <= 0) {
        throw new IllegalFormatArgumentIndexException(index);
      }
      at = dollar + 1;
    }
    int widthAt = skip(text, at, FLAGS);
    String flags = text.substring(at, widthAt);
    for (int i = 1; i < flags.length(); i++) {
      if (flags.indexOf(flags.charAt(i)) < i) {
        throw new DuplicateFormatFlagsException(String.valueOf(flags.charAt(i)));
      }
    }
    if (flags.indexOf('<') >= 0) {
      index = NONE;
    }
    int pointAt = skip(text, widthAt, "0123456789");
    int width = pointAt == widthAt ? NONE : number(text.substring(widthAt, pointAt));
    if (width < NONE) {
      throw new IllegalFormatWidthException(width);
    }
    int end = text.charAt(pointAt) == '.' ? skip(text, pointAt + 1, "0123456789") : pointAt;
    int precision = end == pointAt ? NONE : number(text.substring(pointAt + 1, end));
    if (precision < NONE) {
      throw new IllegalFormatPrecisionException(precision);
    }
    char given = text.charAt(end);
    char conversion = Character.toLowerCase(given);
    boolean upper = given != conversion;
    if (ALL.indexOf(conversion) < 0 || (upper && IN_BOTH_CASES.indexOf(conversion) < 0)) {
      throw unknown(given);
    }
    FormatSpecifier it =
        new FormatSpecifier(text, index, flags, width, precision, conversion, upper);
    it.check();
    return it;
  }

  /** The least number where it is too large. */
  private static int number(String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      return Integer.MIN_VALUE;
    }
  }

  boolean takesNone() {
    return conversion == 'n' || conversion == '%';
  }

  private boolean has(char flag) {
    return flags.indexOf(flag) >= 0;
  }

  private void check() {
    switch (conversion) {
      case 'b', 'h', 's' -> {
        refuse(conversion == 's' ? "" : "#");
        needWidth("-");
        refuse("+ 0,(");
      }
      case 'c' -> {
        refusePrecision();
        refuse("#+ 0,(");
        needWidth("-");
      }
      case 'd', 'o', 'x' -> {
        checkNumber();
        refusePrecision();
        refuse(conversion == 'd' ? "#" : ",");
      }
      case 'e', 'f', 'g', 'a' -> {
        checkNumber();
        refuse(
            switch (conversion) {
              case 'a' -> "(,";
              case 'e' -> ",";
              case 'g' -> "#";
              default -> "";
            });
      }
      case 't' -> {
        if (Character.toLowerCase(text.charAt(text.length() - 1)) == 't') {
          throw unknown(text.charAt(text.length() - 1));
        }
        throw new UnsupportedOperationException(
            text + " is not there natively: format dates by java.time's own methods");
      }
      default -> checkText();
    }
  }

  private void checkText() {
    refusePrecision();
    if (conversion == 'n' && width != NONE) {
      throw new IllegalFormatWidthException(width);
    }
    if (!flags.isEmpty() && (conversion == 'n' || !flags.equals("-"))) {
      throw new IllegalFormatFlagsException(flags);
    }
    needWidth("-");
  }

  private void checkNumber() {
    needWidth("-0");
    if ((has('+') && has(' ')) || (has('-') && has('0'))) {
      throw new IllegalFormatFlagsException(flags);
    }
  }

  private void needWidth(String those) {
    for (int i = 0; i < those.length() && width == NONE; i++) {
      if (has(those.charAt(i))) {
        throw new MissingFormatWidthException(text);
      }
    }
  }

  private void refuse(String those) {
    for (int i = 0; i < those.length(); i++) {
      if (has(those.charAt(i))) {
        throw new FormatFlagsConversionMismatchException(
            String.valueOf(those.charAt(i)), conversion);
      }
    }
  }

  private void refusePrecision() {
    if (precision != NONE) {
      throw new IllegalFormatPrecisionException(precision);
    }
  }

  void print(java.util.Formatter formatter, Appendable out, Object argument, Locale locale)
      throws IOException {
    switch (conversion) {
      case 'n' -> out.append(System.lineSeparator());
      case '%' -> out.append(justified("%"));
      case 'b' -> {
        boolean is = argument instanceof Boolean b ? b : argument != null;
        out.append(general(is ? "true" : "false", locale));
      }
      case 'h' ->
          out.append(
              general(
                  argument == null ? "null" : Integer.toHexString(argument.hashCode()), locale));
      case 's' -> {
        if (argument instanceof Formattable own) {
          own.formatTo(formatter, formattableFlags(), width, precision);
        } else {
          refuse("#");
          out.append(general(String.valueOf(argument), locale));
        }
      }
      case 'c' -> out.append(general(character(argument), locale));
      default ->
          out.append(
              argument == null ? general("null", locale) : justified(number(argument, locale)));
    }
  }

  private int formattableFlags() {
    return (has('-') ? FormattableFlags.LEFT_JUSTIFY : 0)
        | (upper ? FormattableFlags.UPPERCASE : 0)
        | (has('#') ? FormattableFlags.ALTERNATE : 0);
  }

  private String general(String value, Locale locale) {
    String cut =
        precision != NONE && precision < value.length() ? value.substring(0, precision) : value;
    return justified(!upper ? cut : cut.toUpperCase(locale == null ? Locale.ROOT : locale));
  }

  private String justified(String value) {
    if (value.length() >= width) {
      return value;
    }
    String spaces = " ".repeat(width - value.length());
    return has('-') ? value + spaces : spaces + value;
  }

  private String character(Object argument) {
    if (argument == null) {
      return "null";
    }
    if (argument instanceof Character c) {
      return c.toString();
    }
    if (argument instanceof Byte || argument instanceof Short || argument instanceof Integer) {
      int codePoint = ((Number) argument).intValue();
      if (!Character.isValidCodePoint(codePoint)) {
        throw new IllegalFormatCodePointException(codePoint);
      }
      return new String(Character.toChars(codePoint));
    }
    throw other(argument);
  }

  private IllegalFormatConversionException other(Object argument) {
    return new IllegalFormatConversionException(conversion, argument.getClass());
  }

  private String number(Object argument, Locale locale) {
    if ("dox".indexOf(conversion) >= 0) {
      return integer(argument, locale);
    }
    if (argument instanceof Float || argument instanceof Double) {
      return floating(((Number) argument).doubleValue(), locale);
    }
    if (argument instanceof BigDecimal value && conversion != 'a') {
      boolean negative = value.signum() < 0;
      return signed(decimal(value.abs(), negative, locale), negative);
    }
    throw other(argument);
  }

  private String integer(Object argument, Locale locale) {
    if (argument instanceof BigInteger value) {
      return integer(value.abs(), value.signum() < 0, locale);
    }
    int bits = bits(argument);
    BigInteger value = BigInteger.valueOf(((Number) argument).longValue());
    if (conversion == 'd') {
      return integer(value.abs(), value.signum() < 0, locale);
    }
    refuse("( +");
    boolean wraps = value.signum() < 0;
    return integer(wraps ? value.add(BigInteger.ONE.shiftLeft(bits)) : value, false, locale);
  }

  private int bits(Object argument) {
    if (argument instanceof Byte) {
      return Byte.SIZE;
    }
    if (argument instanceof Short) {
      return Short.SIZE;
    }
    if (argument instanceof Integer) {
      return Integer.SIZE;
    }
    if (argument instanceof Long) {
      return Long.SIZE;
    }
    throw other(argument);
  }

  private String integer(BigInteger size, boolean negative, Locale locale) {
    if (conversion == 'd') {
      return signed(magnitude(size.toString(), 0, negative, locale), negative);
    }
    String digits = size.toString(conversion == 'x' ? 16 : 8);
    String prefix = !has('#') ? "" : conversion == 'x' ? "0x" : "0";
    int signs = sign(negative).length() + (negative && has('(') ? 1 : 0);
    int zeros = has('0') ? width - digits.length() - prefix.length() - signs : 0;
    String all = prefix + "0".repeat(Math.max(zeros, 0)) + digits;
    return signed(upper ? all.toUpperCase(Locale.ROOT) : all, negative);
  }

  private String floating(double value, Locale locale) {
    if (Double.isNaN(value)) {
      return upper ? "NAN" : "NaN";
    }
    boolean negative = Double.compare(value, 0) < 0;
    double size = Math.abs(value);
    if (Double.isInfinite(size)) {
      return signed(upper ? "INFINITY" : "Infinity", negative);
    }
    if (conversion == 'a') {
      return signed(hexadecimal(size, negative), negative);
    }
    BigDecimal decimal = size == 0 ? BigDecimal.ZERO : new BigDecimal(Double.toString(size));
    return signed(decimal(decimal, negative, locale), negative);
  }

  private String hexadecimal(double size, boolean negative) {
    String digits = FormatDecimals.hexadecimal(size, precision);
    int zeros = has('0') ? width - digits.length() - sign(negative).length() : 0;
    String all = "0x" + "0".repeat(Math.max(zeros, 0)) + digits.substring(2);
    return upper ? all.toUpperCase(Locale.ROOT) : all;
  }

  private String decimal(BigDecimal size, boolean negative, Locale locale) {
    FormatDecimals digits = FormatDecimals.of(size, conversion, precision, has('#'));
    String exponent = upper ? digits.exponent().toUpperCase(Locale.ROOT) : digits.exponent();
    return magnitude(digits.mantissa(), exponent.length(), negative, locale) + exponent;
  }

  /** With what a locale brings in, and zeros up to the width. */
  private String magnitude(String digits, int taken, boolean negative, Locale locale) {
    checkLocale(locale);
    StringBuilder all = new StringBuilder(digits);
    if (has(',')) {
      int point = digits.indexOf('.');
      for (int at = (point < 0 ? digits.length() : point) - 3; at > 0; at -= 3) {
        all.insert(at, ',');
      }
    }
    if (has('0')) {
      int signs = sign(negative).length() + (negative && has('(') ? 1 : 0);
      all.insert(0, "0".repeat(Math.max(width - taken - signs - all.length(), 0)));
    }
    return all.toString();
  }

  /** Natively there are no digits and separators of other languages than English. */
  private void checkLocale(Locale locale) {
    String language = locale == null ? "" : locale.getLanguage();
    if (!language.isEmpty() && !language.equals("en")) {
      throw new UnsupportedOperationException(
          text
              + " is formatted for \""
              + language
              + "\", natively only English and ROOT are there");
    }
  }

  private String sign(boolean negative) {
    return negative ? has('(') ? "(" : "-" : has('+') ? "+" : has(' ') ? " " : "";
  }

  private String signed(String magnitude, boolean negative) {
    return sign(negative) + magnitude + (negative && has('(') ? ")" : "");
  }
}

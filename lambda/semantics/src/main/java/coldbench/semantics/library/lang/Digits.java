package coldbench.semantics.library.lang;

/**
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/lang/Long.html#parseLong(java.lang.String,int)
 */
final class Digits {
  private Digits() {}

  /** Of ASCII without TeaVM's table of all digits, which is made when something first asks it. */
  @SuppressWarnings("CharacterGetNumericValue") // TeaVM's, by which its digit goes
  static int digit(int point, int radix) {
    if (radix < java.lang.Character.MIN_RADIX || radix > java.lang.Character.MAX_RADIX) {
      return -1;
    }
    int digit = -1;
    if (point >= 0x80) {
      digit = java.lang.Character.getNumericValue(point);
    } else if (point >= '0' && point <= '9') {
      digit = point - '0';
    } else if (point >= 'A' && point <= 'Z') {
      digit = point - 'A' + 10;
    } else if (point >= 'a' && point <= 'z') {
      digit = point - 'a' + 10;
    }
    return digit < radix ? digit : -1;
  }

  /** With its radix in front, as {@code Long.decode} has it. */
  static long decode(java.lang.String text, long least, long most) {
    if (text.isEmpty()) {
      throw new NumberFormatException("Zero length string");
    }
    boolean negative = text.charAt(0) == '-';
    int at = negative || text.charAt(0) == '+' ? 1 : 0;
    int radix = 10;
    if (text.startsWith("0x", at) || text.startsWith("0X", at)) {
      radix = 16;
      at += 2;
    } else if (text.startsWith("#", at)) {
      radix = 16;
      at++;
    } else if (text.startsWith("0", at) && text.length() > at + 1) {
      radix = 8;
      at++;
    }
    java.lang.String digits = text.substring(at);
    if (digits.startsWith("-") || digits.startsWith("+")) {
      throw new NumberFormatException("Sign character in wrong position");
    }
    return parse(negative ? "-" + digits : digits, radix, least, most);
  }

  static long parse(java.lang.String text, int radix, long least, long most) {
    if (text == null) {
      throw new NumberFormatException("Cannot parse null string");
    }
    if (radix < java.lang.Character.MIN_RADIX || radix > java.lang.Character.MAX_RADIX) {
      throw new NumberFormatException("radix " + radix + " out of range");
    }
    boolean negative = !text.isEmpty() && text.charAt(0) == '-';
    int at = negative || (!text.isEmpty() && text.charAt(0) == '+') ? 1 : 0;
    if (at == text.length()) {
      throw malformed(text, radix);
    }
    long limit = negative ? least : -most;
    long beforeLast = limit / radix;
    long value = 0; // negative, since there is one more of those
    for (; at < text.length(); at++) {
      int digit = digit(text.charAt(at), radix);
      if (digit < 0 || value < beforeLast) {
        throw malformed(text, radix);
      }
      value *= radix;
      if (value < limit + digit) {
        throw malformed(text, radix);
      }
      value -= digit;
    }
    return negative ? value : -value;
  }

  private static NumberFormatException malformed(java.lang.String text, int radix) {
    return new NumberFormatException(
        "For input string: \"" + text + "\"" + (radix == 10 ? "" : " under radix " + radix));
  }

  /** In radix 10 where there is none such. */
  static java.lang.String text(long value, int radix, boolean unsigned) {
    int base =
        radix < java.lang.Character.MIN_RADIX || radix > java.lang.Character.MAX_RADIX ? 10 : radix;
    char[] digits = new char[65];
    int at = digits.length;
    long left = value;
    do {
      long digit = unsigned ? java.lang.Long.remainderUnsigned(left, base) : left % base;
      digits[--at] = java.lang.Character.forDigit((int) java.lang.Math.abs(digit), base);
      left = unsigned ? java.lang.Long.divideUnsigned(left, base) : left / base;
    } while (left != 0);
    if (!unsigned && value < 0) {
      digits[--at] = '-';
    }
    return new java.lang.String(digits, at, digits.length - at);
  }

  static java.lang.String part(java.lang.CharSequence text, int start, int end) {
    java.util.Objects.checkFromToIndex(start, end, text.length());
    return text.subSequence(start, end).toString();
  }
}

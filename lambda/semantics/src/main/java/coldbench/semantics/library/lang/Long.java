package coldbench.semantics.library.lang;

/** Digits of every script, as {@code Character.digit} knows them. */
@SuppressWarnings("JavaLangClash") // named after what it stands for
public final class Long {
  private Long() {}

  public static java.lang.Long valueOf(long value) {
    return value >= LongCache.LEAST && value < -LongCache.LEAST
        ? LongCache.VALUES[(int) value - LongCache.LEAST]
        : LongCache.made(value);
  }

  public static long parseLong(java.lang.String text) {
    return parseLong(text, 10);
  }

  public static long parseLong(java.lang.String text, int radix) {
    return Digits.parse(text, radix, java.lang.Long.MIN_VALUE, java.lang.Long.MAX_VALUE);
  }

  public static long parseLong(java.lang.CharSequence text, int start, int end, int radix) {
    return parseLong(Digits.part(text, start, end), radix);
  }

  public static java.lang.Long decode(java.lang.String text) {
    return Digits.decode(text, java.lang.Long.MIN_VALUE, java.lang.Long.MAX_VALUE);
  }

  public static java.lang.String toString(long value, int radix) {
    return Digits.text(value, radix, false);
  }

  public static java.lang.String toUnsignedString(long value, int radix) {
    return Digits.text(value, radix, true);
  }
}

package coldbench.semantics.library.lang;

/** Digits of every script, as {@code Character.digit} knows them. */
@SuppressWarnings("JavaLangClash") // named after what it stands for
public final class Integer {
  private Integer() {}

  public static int parseInt(java.lang.String text) {
    return parseInt(text, 10);
  }

  public static int parseInt(java.lang.String text, int radix) {
    long value =
        Digits.parse(text, radix, java.lang.Integer.MIN_VALUE, java.lang.Integer.MAX_VALUE);
    return (int) value;
  }

  public static int parseInt(java.lang.CharSequence text, int start, int end, int radix) {
    return parseInt(Digits.part(text, start, end), radix);
  }

  public static java.lang.Integer decode(java.lang.String text) {
    return (int) Digits.decode(text, java.lang.Integer.MIN_VALUE, java.lang.Integer.MAX_VALUE);
  }

  public static java.lang.String toUnsignedString(int value, int radix) {
    return Digits.text(value & 0xffffffffL, radix, false);
  }
}

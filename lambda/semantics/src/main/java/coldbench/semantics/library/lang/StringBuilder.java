package coldbench.semantics.library.lang;

/** Numbers as the classes of these numbers write them. */
@SuppressWarnings("JavaLangClash") // named after what it stands for
public final class StringBuilder {
  private StringBuilder() {}

  private static java.lang.StringBuilder it(Object receiver) {
    return (java.lang.StringBuilder) receiver;
  }

  public java.lang.StringBuilder append(double d) {
    return it(this).append(java.lang.Double.toString(d));
  }

  public java.lang.StringBuilder append(float f) {
    return it(this).append(java.lang.Float.toString(f));
  }

  public java.lang.StringBuilder insert(int at, double d) {
    return it(this).insert(at, java.lang.Double.toString(d));
  }

  public java.lang.StringBuilder insert(int at, float f) {
    return it(this).insert(at, java.lang.Float.toString(f));
  }

  /** Since JDK 21, whose own classes call it. */
  public java.lang.StringBuilder repeat(int codePoint, int count) {
    return it(this)
        .append(new java.lang.String(java.lang.Character.toChars(codePoint)).repeat(count));
  }

  public java.lang.StringBuilder repeat(java.lang.CharSequence text, int count) {
    return it(this).append(java.lang.String.valueOf(text).repeat(count));
  }
}

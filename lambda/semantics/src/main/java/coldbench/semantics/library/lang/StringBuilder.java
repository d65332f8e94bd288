package coldbench.semantics.library.lang;

/** What is new in it. */
@SuppressWarnings("JavaLangClash") // named after what it stands for
public final class StringBuilder {
  private StringBuilder() {}

  private static java.lang.StringBuilder it(Object receiver) {
    return (java.lang.StringBuilder) receiver;
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

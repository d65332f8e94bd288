package coldbench.semantics.library.lang;

/** Numbers as the classes of these numbers write them. */
@SuppressWarnings("JavaLangClash") // named after what it stands for
public final class StringBuffer {
  private StringBuffer() {}

  private static java.lang.StringBuffer it(Object receiver) {
    return (java.lang.StringBuffer) receiver;
  }

  public java.lang.StringBuffer append(double d) {
    return it(this).append(java.lang.Double.toString(d));
  }

  public java.lang.StringBuffer append(float f) {
    return it(this).append(java.lang.Float.toString(f));
  }

  public java.lang.StringBuffer insert(int at, double d) {
    return it(this).insert(at, java.lang.Double.toString(d));
  }

  public java.lang.StringBuffer insert(int at, float f) {
    return it(this).insert(at, java.lang.Float.toString(f));
  }
}

package coldbench.semantics.library.lang;

/** What is exact by definition; the rest is the JDK's own, as far as that is Java. */
@SuppressWarnings("JavaLangClash") // named after what it stands for
public final class StrictMath {
  private StrictMath() {}

  public static double sqrt(double a) {
    return java.lang.Math.sqrt(a);
  }

  public static double IEEEremainder(double a, double b) {
    return java.lang.Math.IEEEremainder(a, b);
  }
}

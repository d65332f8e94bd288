package coldbench.semantics.library.lang;

/** https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/lang/StrictMath.html */
@SuppressWarnings("JavaLangClash") // named after what it stands for
public final class StrictMath {
  private StrictMath() {}

  public static double scalb(double a, int power) {
    return java.lang.Math.scalb(a, power);
  }

  public static float scalb(float a, int power) {
    return java.lang.Math.scalb(a, power);
  }
}

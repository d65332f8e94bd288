package coldbench.semantics.library.lang;

import org.teavm.interop.Import;
import org.teavm.interop.Unmanaged;
import org.teavm.interop.c.Include;

/**
 * By libm, whose errors are below one ulp. Source:
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/lang/Math.html
 */
@Include("math.h")
@SuppressWarnings("JavaLangClash") // named after what it stands for
public final class Math {
  private static final double DEGREES_TO_RADIANS = 0.017453292519943295;
  private static final double RADIANS_TO_DEGREES = 57.29577951308232;

  private Math() {}

  public static double ulp(double d) {
    double size = java.lang.Math.abs(d);
    if (!(size < java.lang.Double.POSITIVE_INFINITY)) {
      return size;
    }
    return size == java.lang.Double.MAX_VALUE
        ? 0x1p971
        : java.lang.Double.longBitsToDouble(java.lang.Double.doubleToRawLongBits(size) + 1) - size;
  }

  public static float ulp(float f) {
    float size = java.lang.Math.abs(f);
    if (!(size < java.lang.Float.POSITIVE_INFINITY)) {
      return size;
    }
    return size == java.lang.Float.MAX_VALUE
        ? 0x1p104f
        : java.lang.Float.intBitsToFloat(java.lang.Float.floatToRawIntBits(size) + 1) - size;
  }

  public static double toRadians(double degrees) {
    return degrees * DEGREES_TO_RADIANS;
  }

  public static double toDegrees(double radians) {
    return radians * RADIANS_TO_DEGREES;
  }

  public static double IEEEremainder(double a, double b) {
    return remainderOf(a, b);
  }

  public static double log10(double a) {
    return log10Of(a);
  }

  public static double cbrt(double a) {
    return cbrtOf(a);
  }

  public static double sinh(double a) {
    return sinhOf(a);
  }

  public static double cosh(double a) {
    return coshOf(a);
  }

  public static double tanh(double a) {
    return tanhOf(a);
  }

  public static double hypot(double a, double b) {
    return hypotOf(a, b);
  }

  public static double expm1(double a) {
    return expm1Of(a);
  }

  public static double log1p(double a) {
    return log1pOf(a);
  }

  public static double scalb(double a, int power) {
    return scalbOf(a, power);
  }

  /** A double holds the exact result, but where a float has none of its size. */
  public static float scalb(float a, int power) {
    return (float) scalbOf(a, power);
  }

  @Unmanaged
  @Import(name = "scalbn")
  private static native double scalbOf(double a, int power);

  @Unmanaged
  @Import(name = "remainder")
  private static native double remainderOf(double a, double b);

  @Unmanaged
  @Import(name = "log10")
  private static native double log10Of(double a);

  @Unmanaged
  @Import(name = "cbrt")
  private static native double cbrtOf(double a);

  @Unmanaged
  @Import(name = "sinh")
  private static native double sinhOf(double a);

  @Unmanaged
  @Import(name = "cosh")
  private static native double coshOf(double a);

  @Unmanaged
  @Import(name = "tanh")
  private static native double tanhOf(double a);

  @Unmanaged
  @Import(name = "hypot")
  private static native double hypotOf(double a, double b);

  @Unmanaged
  @Import(name = "expm1")
  private static native double expm1Of(double a);

  @Unmanaged
  @Import(name = "log1p")
  private static native double log1pOf(double a);
}

package coldbench.semantics.runtime;

import org.teavm.interop.Import;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** Conversions from float and double that saturate, with NaN as 0; see semantics.c. */
@StaticInit
public final class FloatToIntegral {
  private FloatToIntegral() {}

  @Unmanaged
  @Import(name = "coldbench_d2i")
  public static native int toInt(double value);

  @Unmanaged
  @Import(name = "coldbench_d2l")
  public static native long toLong(double value);

  @Unmanaged
  @Import(name = "coldbench_f2i")
  public static native int toInt(float value);

  @Unmanaged
  @Import(name = "coldbench_f2l")
  public static native long toLong(float value);

  @Unmanaged
  @Import(name = "rint")
  public static native double rint(double value);

  @Unmanaged
  @Import(name = "floor")
  static native double floor(double value);

  public static long round(double value) {
    double below = floor(value);
    return toLong(value - below >= .5 ? below + 1 : below);
  }

  public static int round(float value) {
    double below = floor(value);
    return toInt(value - below >= .5 ? below + 1 : below);
  }
}

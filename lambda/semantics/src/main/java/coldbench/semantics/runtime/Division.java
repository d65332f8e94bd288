package coldbench.semantics.runtime;

import org.teavm.interop.Import;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * int and long division as in Java. The imported functions (semantics.c) are total: they never trap
 * by themselves, since the optimizer may move them past the check for zero.
 */
@StaticInit
public final class Division {
  private Division() {}

  @Unmanaged
  @Import(name = "coldbench_idiv")
  static native int idiv(int a, int b);

  @Unmanaged
  @Import(name = "coldbench_irem")
  static native int irem(int a, int b);

  @Unmanaged
  @Import(name = "coldbench_ldiv")
  static native long ldiv(long a, long b);

  @Unmanaged
  @Import(name = "coldbench_lrem")
  static native long lrem(long a, long b);

  public static int div(int a, int b) {
    if (b == 0) {
      Failure.byZero();
    }
    return idiv(a, b);
  }

  public static int rem(int a, int b) {
    if (b == 0) {
      Failure.byZero();
    }
    return irem(a, b);
  }

  public static long div(long a, long b) {
    if (b == 0) {
      Failure.byZero();
    }
    return ldiv(a, b);
  }

  public static long rem(long a, long b) {
    if (b == 0) {
      Failure.byZero();
    }
    return lrem(a, b);
  }

  public static int nonZero(int divisor) {
    if (divisor == 0) {
      Failure.byZero();
    }
    return divisor;
  }

  public static long nonZero(long divisor) {
    if (divisor == 0) {
      Failure.byZero();
    }
    return divisor;
  }
}

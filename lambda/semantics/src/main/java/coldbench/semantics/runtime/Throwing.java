package coldbench.semantics.runtime;

import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/**
 * Bodies for what TeaVM's runtime throws by itself. TeaVM makes these exceptions in code whose
 * references the collector does not see, and loses one when the collector runs while its stack
 * trace is made.
 */
@StaticInit
public final class Throwing {
  private Throwing() {}

  @Unmanaged
  public static void throwClassCastException() {
    Failure.classCast();
  }

  @Unmanaged
  public static void throwNullPointerException() {
    Failure.nullPointer();
  }

  @Unmanaged
  public static void throwArrayIndexOutOfBoundsException() {
    Failure.arrayIndex();
  }
}

package coldbench.semantics.runtime;

import org.teavm.interop.Export;
import org.teavm.interop.Import;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;
import org.teavm.runtime.ExceptionHandling;

/**
 * Called by semantics.c when a new frame does not fit, with the limit lowered so that there is room
 * to make the error.
 */
@StaticInit
public final class StackOverflow {
  private StackOverflow() {}

  @Unmanaged
  @Export(name = "coldbench_stackOverflow")
  public static void stackOverflow() {
    Failure.deepStack();
  }

  @Unmanaged
  static void raise(Throwable error) {
    restoreLimit();
    ExceptionHandling.throwException(error);
  }

  @Unmanaged
  @Import(name = "coldbench_restoreStackLimit")
  static native void restoreLimit();
}

package coldbench.semantics.runtime;

import org.teavm.interop.Export;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;
import org.teavm.runtime.ExceptionHandling;

/** Called by collector.c when an object does not fit even after a collection. */
@StaticInit
@SuppressWarnings("StaticAssignmentOfThrowable") // made at start: a full heap has no room for it
public final class FullHeap {
  private static final OutOfMemoryError ERROR = new OutOfMemoryError("Java heap space");

  private FullHeap() {}

  /** Nothing threw what is made at start: a trace would say nothing, and takes memory and time. */
  @Unmanaged
  public static boolean hasError() {
    return ERROR != null;
  }

  @Unmanaged
  @Export(name = "coldbench_outOfMemory")
  public static void outOfMemory() {
    ExceptionHandling.throwException(ERROR);
  }
}

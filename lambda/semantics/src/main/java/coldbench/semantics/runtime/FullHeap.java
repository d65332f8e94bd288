package coldbench.semantics.runtime;

import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;
import org.teavm.runtime.ExceptionHandling;
import org.teavm.runtime.GC;

/** What becomes of an allocation that does not fit even after a full collection. */
@StaticInit
@SuppressWarnings("StaticAssignmentOfThrowable") // made at start: a full heap has no room for it
public final class FullHeap {
  private static final OutOfMemoryError ERROR = new OutOfMemoryError("Java heap space");

  private FullHeap() {}

  /** Asks for a little more than is needed, so that a free chunk is left. */
  @Unmanaged
  public static int more(int size) {
    return size + 16;
  }

  @Unmanaged
  public static void outOfMemory() {
    GC.collectGarbageFull();
    ExceptionHandling.throwException(ERROR);
  }
}

package coldbench.semantics.runtime;

import org.teavm.interop.Address;
import org.teavm.interop.Import;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;
import org.teavm.runtime.RuntimeArray;
import org.teavm.runtime.RuntimeClass;
import org.teavm.runtime.RuntimeObject;

/**
 * The heap of collector.c. Bodies for the methods of TeaVM's Allocator, GC and Object that made up
 * its own.
 */
@StaticInit
@Unmanaged
public final class Heap {
  private Heap() {}

  @Import(name = "coldbench_allocate")
  private static native Address make(RuntimeClass type);

  @Import(name = "coldbench_allocateArray")
  private static native Address makeArray(RuntimeClass type, int length);

  @Import(name = "coldbench_allocateMultiArray")
  private static native Address makeMultiArray(RuntimeClass type, Address lengths, int count);

  @Import(name = "coldbench_clone")
  private static native Address makeClone(Address original);

  @Import(name = "coldbench_collect")
  private static native void collect();

  @Import(name = "coldbench_freeBytes")
  private static native long freeBytes();

  public static Address allocate(RuntimeClass tag) {
    return make(tag);
  }

  public static Address allocateArray(RuntimeClass tag, int size) {
    return makeArray(tag, size);
  }

  public static RuntimeArray allocateMultiArray(
      RuntimeClass tag, Address dimensions, int dimensionCount) {
    return makeMultiArray(tag, dimensions, dimensionCount).toStructure();
  }

  public static RuntimeObject cloneLowLevel(RuntimeObject self) {
    return makeClone(self.toAddress()).toStructure();
  }

  public static void collectGarbage() {
    collect();
  }

  public static void collectGarbageFull() {
    collect();
  }

  public static int getFreeMemory() {
    return (int) freeBytes();
  }

  /** Of no use to this heap. */
  public static void fixHeap() {}

  /** Of no use to this heap: every collection shrinks it where it can. */
  public static void tryShrink() {}
}

package org.teavm.runtime;

import org.teavm.interop.Address;
import org.teavm.interop.Structure;
import org.teavm.interop.Unmanaged;

/**
 * GC.calculateRelocationTargets can leave lastChunk before the true last object; growing the heap
 * from there overwrites live objects. In this package for access to the collector's state.
 */
@Unmanaged
public final class LastChunk {
  private LastChunk() {}

  public static void find() {
    Address limit = GC.heapAddress().add(GC.availableBytes());
    Address at = GC.lastChunk.toAddress();
    while (true) {
      Address next = at.add(size(at));
      if (!next.isLessThan(limit)) {
        break;
      }
      at = next;
    }
    GC.lastChunk = at.toStructure();
  }

  private static int size(Address at) {
    FreeChunk chunk = at.toStructure();
    if (chunk.classReference == 0) {
      return chunk.size;
    }
    RuntimeObject object = at.toStructure();
    RuntimeClass cls = RuntimeClass.getClass(object);
    if (cls.itemType == null) {
      return cls.size;
    }
    int item = RuntimeClass.isPrimitive(cls.itemType) ? cls.itemType.size : Address.sizeOf();
    RuntimeArray array = at.toStructure();
    Address a = Address.align(Address.fromInt(Structure.sizeOf(RuntimeArray.class)), item);
    return Address.align(a.add(item * array.size), Address.sizeOf()).toInt();
  }
}

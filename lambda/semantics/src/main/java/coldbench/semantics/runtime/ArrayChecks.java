package coldbench.semantics.runtime;

import org.teavm.interop.Address;
import org.teavm.interop.Import;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;
import org.teavm.runtime.RuntimeClass;
import org.teavm.runtime.RuntimeObject;

/** The checks that come before an array is made and before a reference is stored into one. */
@StaticInit
public final class ArrayChecks {
  private ArrayChecks() {}

  public static int size(int size) {
    if (size < 0) {
      Failure.arraySize(size);
    }
    return hidden(size);
  }

  @Unmanaged
  @Import(name = "coldbench_hidden")
  public static native int hidden(int size);

  /**
   * Null, and an index out of bounds, are left to the store itself: they come first in the order of
   * checks.
   */
  public static void store(Object array, int index, Object value) {
    if (value != null
        && array != null
        && !fits(array, value)
        && !ArrayInterfaces.isStoredAsInterface(array, value)
        && index >= 0
        && index < ((Object[]) array).length) {
      Failure.arrayStore(value);
    }
  }

  @Unmanaged
  static boolean fits(Object array, Object value) {
    RuntimeObject holder = Address.ofObject(array).toStructure();
    RuntimeObject stored = Address.ofObject(value).toStructure();
    RuntimeClass item = RuntimeClass.getClass(holder).itemType;
    RuntimeClass type = RuntimeClass.getClass(stored);
    return item == type || item.isSupertypeOf.apply(item, type);
  }
}

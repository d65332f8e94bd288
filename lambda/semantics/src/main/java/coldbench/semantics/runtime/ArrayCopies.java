package coldbench.semantics.runtime;

import org.teavm.interop.Address;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;
import org.teavm.runtime.RuntimeArray;
import org.teavm.runtime.RuntimeClass;
import org.teavm.runtime.RuntimeObject;

/**
 * {@code System.arraycopy}: TeaVM's takes the type of a variable for that of its array, any two
 * arrays of primitives for alike, null for what no other array takes, and a range that overflows
 * for one that is inside.
 */
@StaticInit
public final class ArrayCopies {
  private static final int DONE = 0;
  private static final int NULL = 1;
  private static final int OUTSIDE = 2;
  private static final int NOT_TAKEN = 3;

  private ArrayCopies() {}

  public static void arraycopy(Object source, int from, Object target, int to, int length) {
    copy(source, from, target, to, length);
  }

  /** What TeaVM's optimizer calls where it takes the types for alike. */
  public static void fastArraycopy(Object source, int from, Object target, int to, int length) {
    copy(source, from, target, to, length);
  }

  /** Long enough for the optimizer not to put it in place of its calls. */
  private static void copy(Object source, int from, Object target, int to, int length) {
    int outcome = move(source, from, target, to, length, false);
    if (outcome == NOT_TAKEN && ArrayInterfaces.isItemOf(target)) {
      outcome = move(source, from, target, to, length, true);
    }
    if (outcome == NULL) {
      Failure.nullPointer();
    } else if (outcome == OUTSIDE) {
      Failure.arrayIndex();
    } else if (outcome == NOT_TAKEN) {
      Failure.arrayStore(source);
    }
  }

  /** Up to the first element that the target does not take; says then that it does not. */
  @Unmanaged
  private static int move(
      Object source, int from, Object target, int to, int length, boolean takesArrays) {
    if (source == null || target == null) {
      return NULL;
    }
    RuntimeArray of = Address.ofObject(source).toStructure();
    RuntimeArray into = Address.ofObject(target).toStructure();
    RuntimeClass item = RuntimeClass.getClass(of).itemType;
    RuntimeClass taken = RuntimeClass.getClass(into).itemType;
    if (item == null
        || taken == null
        || (item != taken && (RuntimeClass.isPrimitive(item) || RuntimeClass.isPrimitive(taken)))) {
      return NOT_TAKEN;
    }
    if ((from | to | length) < 0 || from > of.size - length || to > into.size - length) {
      return OUTSIDE;
    }
    int size = RuntimeClass.isPrimitive(item) ? item.size : Address.sizeOf();
    Address first = at(of, size, from);
    int fitting = length;
    if (!isSubclass(item, taken)) {
      fitting = fitting(first, length, taken, takesArrays);
    }
    Address.moveMemoryBlock(first, at(into, size, to), fitting * size);
    return fitting == length ? DONE : NOT_TAKEN;
  }

  @Unmanaged
  private static Address at(RuntimeArray array, int size, int index) {
    return Address.align(array.toAddress().add(RuntimeArray.class, 1), size).add(index * size);
  }

  /** Of interfaces TeaVM does not know whose subtypes they are. */
  @Unmanaged
  private static boolean isSubclass(RuntimeClass type, RuntimeClass of) {
    RuntimeClass at = type;
    while (at != null && at != of) {
      at = at.superclass;
    }
    return at == of;
  }

  /** How many there are in front of the first that is not taken. */
  @Unmanaged
  private static int fitting(Address first, int length, RuntimeClass taken, boolean takesArrays) {
    int fitting = 0;
    while (fitting < length) {
      Address value = first.add(fitting * Address.sizeOf()).getAddress();
      if (value != null && !isTaken(value, taken, takesArrays)) {
        return fitting;
      }
      fitting++;
    }
    return fitting;
  }

  @Unmanaged
  private static boolean isTaken(Address value, RuntimeClass taken, boolean takesArrays) {
    RuntimeObject object = value.toStructure();
    RuntimeClass type = RuntimeClass.getClass(object);
    return taken == type
        || taken.isSupertypeOf.apply(taken, type)
        || (takesArrays && type.itemType != null);
  }
}

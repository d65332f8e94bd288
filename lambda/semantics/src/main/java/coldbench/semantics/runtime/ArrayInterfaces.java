package coldbench.semantics.runtime;

import java.io.Serializable;
import org.teavm.interop.Address;
import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;
import org.teavm.runtime.RuntimeClass;
import org.teavm.runtime.RuntimeObject;

/** Arrays are Cloneable and Serializable. */
@StaticInit
public final class ArrayInterfaces {
  private ArrayInterfaces() {}

  public static boolean isCloneable(Object object) {
    return object instanceof Cloneable || (object != null && isArray(object));
  }

  public static boolean isSerializable(Object object) {
    return object instanceof Serializable || (object != null && isArray(object));
  }

  public static Object toCloneable(Object object) {
    if (object != null && !isCloneable(object)) {
      Failure.classCast();
    }
    return object;
  }

  public static Object toSerializable(Object object) {
    if (object != null && !isSerializable(object)) {
      Failure.classCast();
    }
    return object;
  }

  static boolean isStoredAsInterface(Object array, Object value) {
    return isArray(value) && isItemOf(array);
  }

  /** Whether the array's elements may be arrays as they are Cloneable, or Serializable. */
  static boolean isItemOf(Object array) {
    Class<?> item = array.getClass().getComponentType();
    return item == Cloneable.class || item == Serializable.class;
  }

  @Unmanaged
  private static boolean isArray(Object object) {
    RuntimeObject header = Address.ofObject(object).toStructure();
    return RuntimeClass.getClass(header).itemType != null;
  }
}

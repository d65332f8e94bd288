package coldbench.semantics.runtime;

import org.teavm.interop.Address;
import org.teavm.interop.StaticInit;

/**
 * What the JDK's buffers do by its ways to raw memory, on the arrays that they have checked their
 * indexes against. Places are in bytes, and that of an array's first element is 0.
 */
@StaticInit
public final class BufferMemory {
  private BufferMemory() {}

  /** Bytes of an element. */
  public static int arrayIndexScale(Class<?> array) {
    Class<?> element = array.getComponentType();
    if (element == byte.class) {
      return Byte.BYTES;
    }
    if (element == short.class || element == char.class) {
      return Short.BYTES;
    }
    return element == int.class || element == float.class ? Integer.BYTES : Long.BYTES;
  }

  public static short getShortUnaligned(Object bytes, long at, boolean bigEndian) {
    return (short) get(bytes, at, Short.BYTES, bigEndian);
  }

  public static char getCharUnaligned(Object bytes, long at, boolean bigEndian) {
    return (char) get(bytes, at, Character.BYTES, bigEndian);
  }

  public static int getIntUnaligned(Object bytes, long at, boolean bigEndian) {
    return (int) get(bytes, at, Integer.BYTES, bigEndian);
  }

  public static long getLongUnaligned(Object bytes, long at, boolean bigEndian) {
    return get(bytes, at, Long.BYTES, bigEndian);
  }

  public static void putShortUnaligned(Object bytes, long at, short value, boolean bigEndian) {
    put(bytes, at, value, Short.BYTES, bigEndian);
  }

  public static void putCharUnaligned(Object bytes, long at, char value, boolean bigEndian) {
    put(bytes, at, value, Character.BYTES, bigEndian);
  }

  public static void putIntUnaligned(Object bytes, long at, int value, boolean bigEndian) {
    put(bytes, at, value, Integer.BYTES, bigEndian);
  }

  public static void putLongUnaligned(Object bytes, long at, long value, boolean bigEndian) {
    put(bytes, at, value, Long.BYTES, bigEndian);
  }

  private static long get(Object bytes, long at, int size, boolean bigEndian) {
    byte[] array = (byte[]) bytes;
    long value = 0;
    for (int i = 0; i < size; i++) {
      int shift = 8 * (bigEndian ? size - 1 - i : i);
      value |= (array[(int) at + i] & 255L) << shift;
    }
    return value;
  }

  private static void put(Object bytes, long at, long value, int size, boolean bigEndian) {
    byte[] array = (byte[]) bytes;
    for (int i = 0; i < size; i++) {
      int shift = 8 * (bigEndian ? size - 1 - i : i);
      array[(int) at + i] = (byte) (value >> shift);
    }
  }

  /** Whole, also where they overlap. */
  public static void copyMemory(Object from, long fromAt, Object to, long toAt, long bytes) {
    Address.moveMemoryBlock(start(from).add(fromAt), start(to).add(toAt), (int) bytes);
  }

  /**
   * With the bytes of each element the other way around, of elements that do not overlap in part.
   */
  public static void copySwapMemory(
      Object from, long fromAt, Object to, long toAt, long bytes, long elementSize) {
    copyMemory(from, fromAt, to, toAt, bytes);
    int size = (int) elementSize;
    for (long i = 0; i < bytes; i += size) {
      Address element = start(to).add(toAt + i);
      for (int j = 0; j < size / 2; j++) {
        byte one = element.add(j).getByte();
        element.add(j).putByte(element.add(size - 1 - j).getByte());
        element.add(size - 1 - j).putByte(one);
      }
    }
  }

  private static Address start(Object array) {
    if (array instanceof byte[] bytes) {
      return Address.ofData(bytes);
    }
    if (array instanceof char[] chars) {
      return Address.ofData(chars);
    }
    if (array instanceof short[] shorts) {
      return Address.ofData(shorts);
    }
    if (array instanceof int[] ints) {
      return Address.ofData(ints);
    }
    if (array instanceof long[] longs) {
      return Address.ofData(longs);
    }
    return array instanceof float[] floats
        ? Address.ofData(floats)
        : Address.ofData((double[]) array);
  }

  /**
   * The first element that differs; else the complement of how many elements are left to be
   * compared one by one: none of those of 8 bytes, whose callers compare no more, and all others.
   */
  public static int vectorizedMismatch(
      Object one, long oneAt, Object other, long otherAt, int length, int logOfSize) {
    if (1 << logOfSize != Long.BYTES) {
      return ~length;
    }
    for (int i = 0; i < length; i++) {
      if (bits(one, oneAt + 8L * i) != bits(other, otherAt + 8L * i)) {
        return i;
      }
    }
    return ~0;
  }

  /** As both architectures have them, the lowest byte first. */
  private static long bits(Object array, long at) {
    if (array instanceof long[] longs) {
      return longs[(int) (at / Long.BYTES)];
    }
    return array instanceof double[] doubles
        ? Double.doubleToRawLongBits(doubles[(int) (at / Double.BYTES)])
        : get(array, at, Long.BYTES, false);
  }
}

package coldbench.semantics.library.util;

/** The JDK makes the message of lists, and formats it: more than the rest of many a program. */
public final class Objects {
  private Objects() {}

  public static int checkIndex(int index, int length) {
    return (int) checkIndex((long) index, (long) length);
  }

  public static int checkFromToIndex(int from, int to, int length) {
    return (int) checkFromToIndex((long) from, (long) to, (long) length);
  }

  public static int checkFromIndexSize(int from, int size, int length) {
    return (int) checkFromIndexSize((long) from, (long) size, (long) length);
  }

  public static long checkIndex(long index, long length) {
    if (index < 0 || index >= length) {
      throw new IndexOutOfBoundsException("Index " + index + " out of bounds for length " + length);
    }
    return index;
  }

  public static long checkFromToIndex(long from, long to, long length) {
    if (from < 0 || from > to || to > length) {
      throw outOfBounds("[" + from + ", " + to, length);
    }
    return from;
  }

  public static long checkFromIndexSize(long from, long size, long length) {
    if ((length | from | size) < 0 || size > length - from) {
      throw outOfBounds("[" + from + ", " + from + " + " + size, length);
    }
    return from;
  }

  private static IndexOutOfBoundsException outOfBounds(String range, long length) {
    return new IndexOutOfBoundsException("Range " + range + ") out of bounds for length " + length);
  }
}

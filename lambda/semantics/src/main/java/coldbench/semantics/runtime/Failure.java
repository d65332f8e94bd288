package coldbench.semantics.runtime;

import org.teavm.interop.StaticInit;

/** Throws. One long method for all, so that the optimizer does not copy it into every caller. */
@StaticInit
final class Failure {
  private static final int BY_ZERO = 0;
  private static final int ARRAY_SIZE = 1;
  private static final int ARRAY_STORE = 2;

  private Failure() {}

  static void byZero() {
    fail(BY_ZERO, 0, "");
  }

  static void arraySize(int size) {
    fail(ARRAY_SIZE, size, "");
  }

  static void arrayStore(Object value) {
    fail(ARRAY_STORE, 0, value);
  }

  private static void fail(int kind, int size, Object value) {
    if (kind == BY_ZERO) {
      throw new ArithmeticException("/ by zero");
    }
    if (kind == ARRAY_STORE) {
      throw new ArrayStoreException(value.getClass().getName());
    }
    if (size < 0) {
      throw new NegativeArraySizeException(Integer.toString(size));
    }
    throw new OutOfMemoryError("Requested array size exceeds VM limit");
  }
}

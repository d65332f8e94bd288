package coldbench.semantics.runtime;

import org.teavm.interop.StaticInit;

/** Throws. One long method for all, so that the optimizer does not copy it into every caller. */
@StaticInit
final class Failure {
  private static final int BY_ZERO = 0;
  private static final int ARRAY_SIZE = 1;
  private static final int ARRAY_STORE = 2;
  private static final int CLASS_CAST = 3;
  private static final int NULL_POINTER = 4;
  private static final int ARRAY_INDEX = 5;
  private static final int DEEP_STACK = 6;

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

  static void classCast() {
    fail(CLASS_CAST, 0, "");
  }

  static void nullPointer() {
    fail(NULL_POINTER, 0, "");
  }

  static void arrayIndex() {
    fail(ARRAY_INDEX, 0, "");
  }

  static void deepStack() {
    fail(DEEP_STACK, 0, "");
  }

  private static void fail(int kind, int size, Object value) {
    switch (kind) {
      case BY_ZERO -> throw new ArithmeticException("/ by zero");
      case ARRAY_STORE -> throw new ArrayStoreException(value.getClass().getName());
      case CLASS_CAST -> throw new ClassCastException();
      case NULL_POINTER -> throw new NullPointerException();
      case ARRAY_INDEX -> throw new ArrayIndexOutOfBoundsException();
      case DEEP_STACK -> StackOverflow.raise(new StackOverflowError());
      default -> throw new NegativeArraySizeException(Integer.toString(size));
    }
  }
}

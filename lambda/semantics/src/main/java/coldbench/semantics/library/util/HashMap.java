package coldbench.semantics.library.util;

/** What needs reflection of a class of the JDK's. */
public final class HashMap {
  private HashMap() {}

  /** Those whose {@code compareTo} takes their own kind; others are told apart by identity. */
  public static Class<?> comparableClassFor(Object key) {
    return key instanceof Comparable
            && (key instanceof String || key instanceof Number || key instanceof Enum)
        ? key.getClass()
        : null;
  }
}

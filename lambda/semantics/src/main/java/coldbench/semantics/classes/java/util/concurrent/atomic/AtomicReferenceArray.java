package coldbench.semantics.classes.java.util.concurrent.atomic;

/**
 * What of it the classes of java.time in newer JDKs call; a program may use an array, as there is
 * one thread:
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/concurrent/atomic/AtomicReferenceArray.html
 */
public class AtomicReferenceArray<E> {
  private final Object[] elements;

  public AtomicReferenceArray(int length) {
    elements = new Object[length];
  }

  @SuppressWarnings("unchecked") // only such are put there
  public final E getOpaque(int index) {
    return (E) elements[index];
  }

  /** Returns what was there before. */
  public final E compareAndExchange(int index, E expected, E replacement) {
    E before = getOpaque(index);
    if (before == expected) {
      elements[index] = replacement;
    }
    return before;
  }
}

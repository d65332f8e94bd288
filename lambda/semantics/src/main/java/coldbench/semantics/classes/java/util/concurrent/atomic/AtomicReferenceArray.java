package coldbench.semantics.classes.java.util.concurrent.atomic;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * For one thread, which sees everything in order. Source:
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/concurrent/atomic/AtomicReferenceArray.html
 */
public class AtomicReferenceArray<E> implements Serializable {
  private static final long serialVersionUID = 1;

  private final Object[] elements;

  public AtomicReferenceArray(int length) {
    elements = new Object[length];
  }

  public AtomicReferenceArray(E[] elements) {
    this.elements = Arrays.copyOf(elements, elements.length, Object[].class);
  }

  public final int length() {
    return elements.length;
  }

  @SuppressWarnings("unchecked")
  public final E get(int i) {
    return (E) elements[Objects.checkIndex(i, elements.length)];
  }

  public final void set(int i, E value) {
    elements[i] = value;
  }

  public final void lazySet(int i, E value) {
    set(i, value);
  }

  public final E getAndSet(int i, E value) {
    E before = get(i);
    set(i, value);
    return before;
  }

  public final boolean compareAndSet(int i, E expected, E value) {
    boolean isSet = get(i) == expected;
    if (isSet) {
      set(i, value);
    }
    return isSet;
  }

  public final E compareAndExchange(int i, E expected, E value) {
    E before = get(i);
    if (before == expected) {
      set(i, value);
    }
    return before;
  }

  public final E compareAndExchangeAcquire(int i, E expected, E value) {
    return compareAndExchange(i, expected, value);
  }

  public final E compareAndExchangeRelease(int i, E expected, E value) {
    return compareAndExchange(i, expected, value);
  }

  public final boolean weakCompareAndSet(int i, E expected, E value) {
    return compareAndSet(i, expected, value);
  }

  public final boolean weakCompareAndSetPlain(int i, E expected, E value) {
    return compareAndSet(i, expected, value);
  }

  public final boolean weakCompareAndSetVolatile(int i, E expected, E value) {
    return compareAndSet(i, expected, value);
  }

  public final boolean weakCompareAndSetAcquire(int i, E expected, E value) {
    return compareAndSet(i, expected, value);
  }

  public final boolean weakCompareAndSetRelease(int i, E expected, E value) {
    return compareAndSet(i, expected, value);
  }

  public final E getPlain(int i) {
    return get(i);
  }

  public final E getOpaque(int i) {
    return get(i);
  }

  public final E getAcquire(int i) {
    return get(i);
  }

  public final void setPlain(int i, E value) {
    set(i, value);
  }

  public final void setOpaque(int i, E value) {
    set(i, value);
  }

  public final void setRelease(int i, E value) {
    set(i, value);
  }

  public final E getAndUpdate(int i, UnaryOperator<E> update) {
    E before = get(i);
    set(i, update.apply(before));
    return before;
  }

  public final E updateAndGet(int i, UnaryOperator<E> update) {
    E after = update.apply(get(i));
    set(i, after);
    return after;
  }

  public final E getAndAccumulate(int i, E value, BinaryOperator<E> function) {
    E before = get(i);
    set(i, function.apply(before, value));
    return before;
  }

  public final E accumulateAndGet(int i, E value, BinaryOperator<E> function) {
    E after = function.apply(get(i), value);
    set(i, after);
    return after;
  }

  @Override
  public String toString() {
    return Arrays.toString(elements);
  }
}

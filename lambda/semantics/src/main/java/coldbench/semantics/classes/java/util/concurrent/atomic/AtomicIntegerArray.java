package coldbench.semantics.classes.java.util.concurrent.atomic;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;

/**
 * For one thread, which sees everything in order. Source:
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/concurrent/atomic/AtomicIntegerArray.html
 */
public class AtomicIntegerArray implements Serializable {
  private static final long serialVersionUID = 1;

  private final int[] elements;

  public AtomicIntegerArray(int length) {
    elements = new int[length];
  }

  public AtomicIntegerArray(int[] elements) {
    this.elements = elements.clone();
  }

  public final int length() {
    return elements.length;
  }

  public final int get(int i) {
    return elements[Objects.checkIndex(i, elements.length)];
  }

  public final void set(int i, int value) {
    elements[i] = value;
  }

  public final void lazySet(int i, int value) {
    set(i, value);
  }

  public final int getAndSet(int i, int value) {
    int before = get(i);
    set(i, value);
    return before;
  }

  public final boolean compareAndSet(int i, int expected, int value) {
    boolean isSet = get(i) == expected;
    if (isSet) {
      set(i, value);
    }
    return isSet;
  }

  public final int compareAndExchange(int i, int expected, int value) {
    int before = get(i);
    if (before == expected) {
      set(i, value);
    }
    return before;
  }

  public final int compareAndExchangeAcquire(int i, int expected, int value) {
    return compareAndExchange(i, expected, value);
  }

  public final int compareAndExchangeRelease(int i, int expected, int value) {
    return compareAndExchange(i, expected, value);
  }

  public final boolean weakCompareAndSet(int i, int expected, int value) {
    return compareAndSet(i, expected, value);
  }

  public final boolean weakCompareAndSetPlain(int i, int expected, int value) {
    return compareAndSet(i, expected, value);
  }

  public final boolean weakCompareAndSetVolatile(int i, int expected, int value) {
    return compareAndSet(i, expected, value);
  }

  public final boolean weakCompareAndSetAcquire(int i, int expected, int value) {
    return compareAndSet(i, expected, value);
  }

  public final boolean weakCompareAndSetRelease(int i, int expected, int value) {
    return compareAndSet(i, expected, value);
  }

  public final int getPlain(int i) {
    return get(i);
  }

  public final int getOpaque(int i) {
    return get(i);
  }

  public final int getAcquire(int i) {
    return get(i);
  }

  public final void setPlain(int i, int value) {
    set(i, value);
  }

  public final void setOpaque(int i, int value) {
    set(i, value);
  }

  public final void setRelease(int i, int value) {
    set(i, value);
  }

  public final int getAndAdd(int i, int delta) {
    int before = get(i);
    set(i, before + delta);
    return before;
  }

  public final int addAndGet(int i, int delta) {
    return getAndAdd(i, delta) + delta;
  }

  public final int getAndIncrement(int i) {
    return getAndAdd(i, 1);
  }

  public final int getAndDecrement(int i) {
    return getAndAdd(i, -1);
  }

  public final int incrementAndGet(int i) {
    return addAndGet(i, 1);
  }

  public final int decrementAndGet(int i) {
    return addAndGet(i, -1);
  }

  public final int getAndUpdate(int i, IntUnaryOperator update) {
    int before = get(i);
    set(i, update.applyAsInt(before));
    return before;
  }

  public final int updateAndGet(int i, IntUnaryOperator update) {
    int after = update.applyAsInt(get(i));
    set(i, after);
    return after;
  }

  public final int getAndAccumulate(int i, int value, IntBinaryOperator function) {
    int before = get(i);
    set(i, function.applyAsInt(before, value));
    return before;
  }

  public final int accumulateAndGet(int i, int value, IntBinaryOperator function) {
    int after = function.applyAsInt(get(i), value);
    set(i, after);
    return after;
  }

  @Override
  public String toString() {
    return Arrays.toString(elements);
  }
}

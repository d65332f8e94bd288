package coldbench.semantics.classes.java.util.concurrent.atomic;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/**
 * For one thread, which sees everything in order. Source:
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/concurrent/atomic/AtomicLongArray.html
 */
public class AtomicLongArray implements Serializable {
  private static final long serialVersionUID = 1;

  private final long[] elements;

  public AtomicLongArray(int length) {
    elements = new long[length];
  }

  public AtomicLongArray(long[] elements) {
    this.elements = elements.clone();
  }

  public final int length() {
    return elements.length;
  }

  public final long get(int i) {
    return elements[Objects.checkIndex(i, elements.length)];
  }

  public final void set(int i, long value) {
    elements[i] = value;
  }

  public final void lazySet(int i, long value) {
    set(i, value);
  }

  public final long getAndSet(int i, long value) {
    long before = get(i);
    set(i, value);
    return before;
  }

  public final boolean compareAndSet(int i, long expected, long value) {
    boolean isSet = get(i) == expected;
    if (isSet) {
      set(i, value);
    }
    return isSet;
  }

  public final long compareAndExchange(int i, long expected, long value) {
    long before = get(i);
    if (before == expected) {
      set(i, value);
    }
    return before;
  }

  public final long compareAndExchangeAcquire(int i, long expected, long value) {
    return compareAndExchange(i, expected, value);
  }

  public final long compareAndExchangeRelease(int i, long expected, long value) {
    return compareAndExchange(i, expected, value);
  }

  public final boolean weakCompareAndSet(int i, long expected, long value) {
    return compareAndSet(i, expected, value);
  }

  public final boolean weakCompareAndSetPlain(int i, long expected, long value) {
    return compareAndSet(i, expected, value);
  }

  public final boolean weakCompareAndSetVolatile(int i, long expected, long value) {
    return compareAndSet(i, expected, value);
  }

  public final boolean weakCompareAndSetAcquire(int i, long expected, long value) {
    return compareAndSet(i, expected, value);
  }

  public final boolean weakCompareAndSetRelease(int i, long expected, long value) {
    return compareAndSet(i, expected, value);
  }

  public final long getPlain(int i) {
    return get(i);
  }

  public final long getOpaque(int i) {
    return get(i);
  }

  public final long getAcquire(int i) {
    return get(i);
  }

  public final void setPlain(int i, long value) {
    set(i, value);
  }

  public final void setOpaque(int i, long value) {
    set(i, value);
  }

  public final void setRelease(int i, long value) {
    set(i, value);
  }

  public final long getAndAdd(int i, long delta) {
    long before = get(i);
    set(i, before + delta);
    return before;
  }

  public final long addAndGet(int i, long delta) {
    return getAndAdd(i, delta) + delta;
  }

  public final long getAndIncrement(int i) {
    return getAndAdd(i, 1);
  }

  public final long getAndDecrement(int i) {
    return getAndAdd(i, -1);
  }

  public final long incrementAndGet(int i) {
    return addAndGet(i, 1);
  }

  public final long decrementAndGet(int i) {
    return addAndGet(i, -1);
  }

  public final long getAndUpdate(int i, LongUnaryOperator update) {
    long before = get(i);
    set(i, update.applyAsLong(before));
    return before;
  }

  public final long updateAndGet(int i, LongUnaryOperator update) {
    long after = update.applyAsLong(get(i));
    set(i, after);
    return after;
  }

  public final long getAndAccumulate(int i, long value, LongBinaryOperator function) {
    long before = get(i);
    set(i, function.applyAsLong(before, value));
    return before;
  }

  public final long accumulateAndGet(int i, long value, LongBinaryOperator function) {
    long after = function.applyAsLong(get(i), value);
    set(i, after);
    return after;
  }

  @Override
  public String toString() {
    return Arrays.toString(elements);
  }
}

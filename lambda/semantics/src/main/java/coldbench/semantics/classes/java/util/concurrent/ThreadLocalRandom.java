package coldbench.semantics.classes.java.util.concurrent;

import coldbench.semantics.runtime.Entropy;
import java.util.Random;

/**
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/concurrent/ThreadLocalRandom.html
 */
public final class ThreadLocalRandom extends Random {
  private static final long serialVersionUID = 1;
  private static final ThreadLocalRandom OF_THE_ONE_THREAD = new ThreadLocalRandom();

  private final boolean made;

  private ThreadLocalRandom() {
    super(Entropy.bits());
    made = true;
  }

  public static ThreadLocalRandom current() {
    return OF_THE_ONE_THREAD;
  }

  /** Random's constructor calls it too. */
  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // there is one thread
  public void setSeed(long seed) {
    if (made) {
      throw new UnsupportedOperationException();
    }
    super.setSeed(seed);
  }
}

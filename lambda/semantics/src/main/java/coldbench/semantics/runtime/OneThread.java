package coldbench.semantics.runtime;

import org.teavm.interop.Import;
import org.teavm.interop.StaticInit;

/**
 * Waiting where there is one thread: bodies for methods of Thread and Object. Nobody can notify or
 * interrupt, so what waits without a limit waits for ever, as it would on a JVM.
 */
@StaticInit
public final class OneThread {
  private OneThread() {}

  public static void sleep(long millis) throws InterruptedException {
    if (millis < 0) {
      throw new IllegalArgumentException("timeout value is negative");
    }
    pause(millis, 0, "sleep interrupted");
  }

  public void waitImpl(long millis, int nanos) throws InterruptedException {
    if (millis < 0) {
      throw new IllegalArgumentException("timeout value is negative");
    }
    if (nanos < 0 || nanos > 999999) {
      throw new IllegalArgumentException("nanosecond timeout value out of range");
    }
    pause(millis == 0 && nanos == 0 ? Long.MAX_VALUE : millis, nanos, null);
  }

  /** Locks are not kept: the only thread holds every one. */
  public static boolean holdsLock(Object lock) {
    return true;
  }

  private static void pause(long millis, int nanos, String ifInterrupted)
      throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException(ifInterrupted);
    }
    pause(millis, nanos);
  }

  @Import(name = "coldbench_pause")
  private static native void pause(long millis, int nanos);
}

package coldbench.semantics.runtime;

import org.teavm.interop.StaticInit;

/** What is left of synchronized where there is one thread: null is no lock. */
@StaticInit
public final class Locks {
  private Locks() {}

  public static void enter(Object lock) {
    if (lock == null) {
      Failure.nullPointer();
    }
  }
}

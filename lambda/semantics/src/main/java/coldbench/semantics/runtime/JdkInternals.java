package coldbench.semantics.runtime;

import org.teavm.interop.StaticInit;

/** Bodies for what the JDK's classes do beyond Java: its archive of classes, and wide compares. */
@StaticInit
public final class JdkInternals {
  private JdkInternals() {}

  /** 0 where nothing is archived. */
  public static long getRandomSeedForDumping() {
    return 0;
  }

  /** The complement of how many elements are left to be compared one by one: all. */
  public static int vectorizedMismatch(
      Object one, long oneOffset, Object other, long otherOffset, int length, int logOfSize) {
    return ~length;
  }
}

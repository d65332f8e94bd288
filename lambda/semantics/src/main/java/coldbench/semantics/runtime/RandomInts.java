package coldbench.semantics.runtime;

import java.util.Random;
import org.teavm.interop.StaticInit;

/**
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/Random.html#nextInt(int)
 */
@StaticInit
public final class RandomInts {
  private RandomInts() {}

  public static int nextInt(Random random, int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound must be positive");
    }
    int bits = next31(random);
    int mask = bound - 1;
    if ((bound & mask) == 0) {
      return (int) ((bound * (long) bits) >> 31);
    }
    int value = Division.irem(bits, bound);
    while (bits - value + mask < 0) {
      bits = next31(random);
      value = Division.irem(bits, bound);
    }
    return value;
  }

  /** Random.next(31), which is protected: the same draw as next(32), one bit less. */
  private static int next31(Random random) {
    return random.nextInt() >>> 1;
  }
}

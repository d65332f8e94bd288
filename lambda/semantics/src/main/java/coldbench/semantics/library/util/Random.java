package coldbench.semantics.library.util;

/**
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/Random.html#nextBytes(byte%5B%5D)
 */
public class Random {
  public void nextBytes(byte[] bytes) {
    java.util.Random it = (java.util.Random) (Object) this;
    int bits = 0;
    for (int i = 0; i < bytes.length; i++) {
      bits = i % 4 == 0 ? it.nextInt() : bits >> 8;
      bytes[i] = (byte) bits;
    }
  }
}

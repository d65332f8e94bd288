package coldbench.semantics.classes.java.security;

import coldbench.semantics.runtime.Entropy;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Random;

/**
 * The kernel's random bits, whatever the algorithm is called:
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/security/SecureRandom.html
 */
public class SecureRandom extends Random {
  private static final long serialVersionUID = 1;
  private static final String ALGORITHM = "NativePRNG";

  private final String algorithm;

  public SecureRandom() {
    this(ALGORITHM);
  }

  public SecureRandom(byte[] seed) {
    this(ALGORITHM);
    setSeed(seed);
  }

  private SecureRandom(String algorithm) {
    super(0);
    this.algorithm = algorithm;
  }

  public static SecureRandom getInstance(String algorithm) throws NoSuchAlgorithmException {
    return switch (algorithm.toUpperCase(Locale.ROOT)) {
      case "NATIVEPRNG", "NATIVEPRNGBLOCKING", "NATIVEPRNGNONBLOCKING", "DRBG", "SHA1PRNG" ->
          new SecureRandom(algorithm);
      default ->
          throw new NoSuchAlgorithmException(algorithm + " SecureRandom is not there natively");
    };
  }

  public static SecureRandom getInstanceStrong() throws NoSuchAlgorithmException {
    return new SecureRandom("NativePRNGBlocking");
  }

  public String getAlgorithm() {
    return algorithm;
  }

  /** Supplements what there is, which needs none. */
  public void setSeed(byte[] seed) {
    java.util.Objects.requireNonNull(seed);
  }

  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // there is one thread
  public void setSeed(long seed) {
    // As above; Random's constructor calls it too.
  }

  public void reseed() {
    // The kernel does.
  }

  @Override
  public void nextBytes(byte[] bytes) {
    long bits = 0;
    for (int i = 0; i < bytes.length; i++) {
      bits = i % 8 == 0 ? Entropy.bits() : bits >>> 8;
      bytes[i] = (byte) bits;
    }
  }

  @Override
  protected final int next(int count) {
    return (int) (Entropy.bits() >>> 32) >>> (32 - count);
  }

  public static byte[] getSeed(int count) {
    return new SecureRandom().generateSeed(count);
  }

  public byte[] generateSeed(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("count is " + count + ", expected 0 or more");
    }
    byte[] seed = new byte[count];
    nextBytes(seed);
    return seed;
  }

  @Override
  public String toString() {
    return algorithm;
  }
}

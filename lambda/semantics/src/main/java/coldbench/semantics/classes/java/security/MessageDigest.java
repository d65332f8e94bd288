package coldbench.semantics.classes.java.security;

import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigestSpi;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * With the algorithms that are written here, and no providers:
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/security/MessageDigest.html
 */
public abstract class MessageDigest extends MessageDigestSpi {
  private final String algorithm;
  private boolean inProgress;

  protected MessageDigest(String algorithm) {
    this.algorithm = algorithm;
  }

  public static MessageDigest getInstance(String algorithm) throws NoSuchAlgorithmException {
    return switch (algorithm.toUpperCase(Locale.ROOT)) {
      case "MD5" -> new Md5(algorithm);
      case "SHA-1", "SHA1", "SHA" -> new Sha1(algorithm);
      case "SHA-224", "SHA224" -> new Sha256(algorithm, Sha2.START_224, 28);
      case "SHA-256", "SHA256" -> new Sha256(algorithm, Sha2.START_256, 32);
      case "SHA-384", "SHA384" -> new Sha512(algorithm, Sha2.START_384, 48);
      case "SHA-512", "SHA512" -> new Sha512(algorithm, Sha2.START_512, 64);
      default ->
          throw new NoSuchAlgorithmException(algorithm + " MessageDigest is not there natively");
    };
  }

  public void update(byte input) {
    engineUpdate(input);
    inProgress = true;
  }

  public void update(byte[] input, int offset, int length) {
    if (input == null || input.length - offset < length) {
      throw new IllegalArgumentException("No input, or too short a one");
    }
    engineUpdate(input, offset, length);
    inProgress = true;
  }

  public void update(byte[] input) {
    engineUpdate(input, 0, input.length);
    inProgress = true;
  }

  public final void update(ByteBuffer input) {
    engineUpdate(input);
    inProgress = true;
  }

  public byte[] digest() {
    byte[] result = engineDigest();
    inProgress = false;
    return result;
  }

  public int digest(byte[] to, int offset, int length) throws DigestException {
    if (to == null || to.length - offset < length) {
      throw new IllegalArgumentException("No room for the digest, or too little");
    }
    int written = engineDigest(to, offset, length);
    inProgress = false;
    return written;
  }

  public byte[] digest(byte[] input) {
    update(input);
    return digest();
  }

  public void reset() {
    engineReset();
    inProgress = false;
  }

  public final String getAlgorithm() {
    return algorithm;
  }

  public final int getDigestLength() {
    return engineGetDigestLength();
  }

  /** In a time that depends on the length of the first only. */
  public static boolean isEqual(byte[] one, byte[] other) {
    if (one == other) {
      return true;
    }
    if (one == null || other == null) {
      return false;
    }
    if (other.length == 0) {
      return one.length == 0;
    }
    int different = one.length ^ other.length;
    for (int i = 0; i < one.length; i++) {
      different |= one[i] ^ other[i < other.length ? i : 0];
    }
    return different == 0;
  }

  @Override
  public Object clone() throws CloneNotSupportedException {
    if (this instanceof Cloneable) {
      return super.clone();
    }
    throw new CloneNotSupportedException();
  }

  @Override
  public String toString() {
    String state = inProgress ? "<in progress>" : "<initialized>";
    return algorithm + " Message Digest from SUN, " + state + "\n";
  }
}

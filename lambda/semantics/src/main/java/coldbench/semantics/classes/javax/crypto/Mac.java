package coldbench.semantics.classes.javax.crypto;

import java.nio.ByteBuffer;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import java.util.Locale;
import javax.crypto.SecretKey;
import javax.crypto.ShortBufferException;

/**
 * HMAC, https://www.rfc-editor.org/rfc/rfc2104, as in
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/javax/crypto/Mac.html
 */
public class Mac implements Cloneable {
  private static final byte INNER = 0x36;
  private static final byte OUTER = 0x5c;

  private final String algorithm;
  private final int blockSize;
  private MessageDigest digest;
  private byte[] key;
  private boolean started;

  private Mac(String algorithm, String digest, int blockSize) throws NoSuchAlgorithmException {
    this.algorithm = algorithm;
    this.blockSize = blockSize;
    this.digest = MessageDigest.getInstance(digest);
  }

  public static final Mac getInstance(String algorithm) throws NoSuchAlgorithmException {
    return switch (algorithm.toUpperCase(Locale.ROOT)) {
      case "HMACMD5" -> new Mac(algorithm, "MD5", 64);
      case "HMACSHA1" -> new Mac(algorithm, "SHA-1", 64);
      case "HMACSHA224" -> new Mac(algorithm, "SHA-224", 64);
      case "HMACSHA256" -> new Mac(algorithm, "SHA-256", 64);
      case "HMACSHA384" -> new Mac(algorithm, "SHA-384", 128);
      case "HMACSHA512" -> new Mac(algorithm, "SHA-512", 128);
      default -> throw new NoSuchAlgorithmException("Algorithm " + algorithm + " not available");
    };
  }

  public final String getAlgorithm() {
    return algorithm;
  }

  public final int getMacLength() {
    return digest.getDigestLength();
  }

  public final void init(Key key) throws InvalidKeyException {
    if (!(key instanceof SecretKey)) {
      throw new InvalidKeyException("Secret key expected");
    }
    byte[] encoded = key.getEncoded();
    if (encoded == null) {
      throw new InvalidKeyException("Missing key data");
    }
    digest.reset();
    started = false;
    byte[] fitting = encoded.length > blockSize ? digest.digest(encoded) : encoded;
    this.key = Arrays.copyOf(fitting, blockSize);
  }

  public final void init(Key key, AlgorithmParameterSpec parameters)
      throws InvalidKeyException, InvalidAlgorithmParameterException {
    if (parameters != null) {
      throw new InvalidAlgorithmParameterException("HMAC does not use parameters");
    }
    init(key);
  }

  public final void update(byte input) {
    start();
    digest.update(input);
  }

  public final void update(byte[] input) {
    start();
    if (input != null) {
      digest.update(input);
    }
  }

  public final void update(byte[] input, int offset, int length) {
    checkKey();
    if (input != null) {
      if (offset < 0 || length > input.length - offset || length < 0) {
        throw new IllegalArgumentException("Bad arguments");
      }
      start();
      digest.update(input, offset, length);
    }
  }

  public final void update(ByteBuffer input) {
    checkKey();
    if (input == null) {
      throw new IllegalArgumentException("Buffer must not be null");
    }
    start();
    digest.update(input);
  }

  public final byte[] doFinal() {
    start();
    byte[] inner = digest.digest();
    digest.update(padded(OUTER));
    digest.update(inner);
    started = false;
    return digest.digest();
  }

  public final byte[] doFinal(byte[] input) {
    update(input);
    return doFinal();
  }

  public final void doFinal(byte[] to, int offset) throws ShortBufferException {
    checkKey();
    if (to == null || to.length - offset < getMacLength()) {
      throw new ShortBufferException("Cannot store MAC in output buffer");
    }
    byte[] result = doFinal();
    System.arraycopy(result, 0, to, offset, result.length);
  }

  public final void reset() {
    checkKey();
    digest.reset();
    started = false;
  }

  private void checkKey() {
    if (key == null) {
      throw new IllegalStateException("MAC not initialized");
    }
  }

  private void start() {
    checkKey();
    if (!started) {
      digest.update(padded(INNER));
      started = true;
    }
  }

  private byte[] padded(byte pad) {
    byte[] bytes = key.clone();
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= pad;
    }
    return bytes;
  }

  @Override
  public final Object clone() throws CloneNotSupportedException {
    Mac copy = (Mac) super.clone();
    copy.digest = (MessageDigest) digest.clone();
    return copy;
  }
}

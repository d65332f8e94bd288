package coldbench.semantics.classes.java.util;

import coldbench.semantics.runtime.Entropy;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/UUID.html */
public final class UUID implements java.io.Serializable, Comparable<UUID> {
  private static final long serialVersionUID = 1;
  private static final int[] LENGTHS = {8, 4, 4, 4, 12};

  private final long high;
  private final long low;

  public UUID(long high, long low) {
    this.high = high;
    this.low = low;
  }

  /** Of the kernel's random bits. */
  public static UUID randomUUID() {
    long high = (Entropy.bits() & ~0xf000L) | 0x4000L;
    return new UUID(high, (Entropy.bits() & ~(3L << 62)) | (1L << 63));
  }

  public static UUID nameUUIDFromBytes(byte[] name) {
    byte[] hash;
    try {
      hash = MessageDigest.getInstance("MD5").digest(name);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("MD5 is written beside this", e);
    }
    long high = 0;
    long low = 0;
    for (int i = 0; i < 8; i++) {
      high = (high << 8) | (hash[i] & 255);
      low = (low << 8) | (hash[8 + i] & 255);
    }
    return new UUID((high & ~0xf000L) | 0x3000L, (low & ~(3L << 62)) | (1L << 63));
  }

  public static UUID fromString(String text) {
    if (text.length() > 36) {
      throw new IllegalArgumentException("UUID string too large");
    }
    long[] parts = new long[LENGTHS.length];
    int from = 0;
    for (int i = 0; i < parts.length; i++) {
      int to = i == parts.length - 1 ? text.length() : text.indexOf('-', from);
      if (to <= from || (i == parts.length - 1 && text.indexOf('-', from) >= 0)) {
        throw new IllegalArgumentException("Invalid UUID string: " + text);
      }
      parts[i] = Long.parseLong(text.substring(from, to), 16) & mask(LENGTHS[i]);
      from = to + 1;
    }
    return new UUID((parts[0] << 32) | (parts[1] << 16) | parts[2], (parts[3] << 48) | parts[4]);
  }

  private static long mask(int digits) {
    return (1L << (4 * digits)) - 1;
  }

  public long getMostSignificantBits() {
    return high;
  }

  public long getLeastSignificantBits() {
    return low;
  }

  public int version() {
    return (int) ((high >> 12) & 15);
  }

  public int variant() {
    return (int) ((low >>> (64 - (low >>> 62))) & (low >> 63));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(36);
    add(text, high >>> 32, 8);
    add(text.append('-'), high >>> 16, 4);
    add(text.append('-'), high, 4);
    add(text.append('-'), low >>> 48, 4);
    add(text.append('-'), low, 12);
    return text.toString();
  }

  private static void add(StringBuilder text, long bits, int digits) {
    for (int i = digits - 1; i >= 0; i--) {
      text.append("0123456789abcdef".charAt((int) ((bits >>> (4 * i)) & 15)));
    }
  }

  @Override
  public int hashCode() {
    long both = high ^ low;
    return (int) (both >> 32) ^ (int) both;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UUID that && that.high == high && that.low == low;
  }

  @Override
  public int compareTo(UUID other) {
    int first = Long.compare(high, other.high);
    return first != 0 ? first : Long.compare(low, other.low);
  }
}

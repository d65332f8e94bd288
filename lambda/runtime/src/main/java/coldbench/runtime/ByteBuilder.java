package coldbench.runtime;

import java.util.Arrays;

/** Bytes under construction. Reusable, so that a call makes no garbage. */
final class ByteBuilder {
  private static final int KEPT = 64 * 1024;
  private final int initialCapacity;
  private byte[] bytes;
  private int length;

  ByteBuilder(int initialCapacity) {
    this.initialCapacity = initialCapacity;
    this.bytes = new byte[initialCapacity];
  }

  /** Empties it, and gives a large buffer back: one large event must not stay for ever. */
  ByteBuilder clear() {
    if (bytes.length > KEPT) {
      bytes = new byte[initialCapacity];
    }
    length = 0;
    return this;
  }

  /** The buffer itself, valid until the next change; only {@link #length()} bytes of it count. */
  byte[] buffer() {
    return bytes;
  }

  int length() {
    return length;
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  ByteBuilder append(byte[] source, int offset, int count) {
    reserve(count);
    System.arraycopy(source, offset, bytes, length, count);
    length += count;
    return this;
  }

  /** Text for a head; what is not ASCII has no place there and becomes a question mark. */
  ByteBuilder append(String text) {
    int count = text.length();
    reserve(count);
    for (int i = 0; i < count; i++) {
      char c = text.charAt(i);
      bytes[length + i] = (byte) (c < 0x80 ? c : '?');
    }
    length += count;
    return this;
  }

  private void reserve(int count) {
    if (bytes.length - length < count) {
      grow(count);
    }
  }

  private void grow(int count) {
    bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(length, count)));
  }
}

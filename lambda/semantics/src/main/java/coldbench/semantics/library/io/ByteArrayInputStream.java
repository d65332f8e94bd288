package coldbench.semantics.library.io;

/** TeaVM's do not move on. */
public final class ByteArrayInputStream {
  private ByteArrayInputStream() {}

  public byte[] readAllBytes() {
    return read((java.io.ByteArrayInputStream) (Object) this, Integer.MAX_VALUE);
  }

  public byte[] readNBytes(int length) {
    if (length < 0) {
      throw new IllegalArgumentException("len < 0");
    }
    return read((java.io.ByteArrayInputStream) (Object) this, length);
  }

  private static byte[] read(java.io.ByteArrayInputStream in, int length) {
    byte[] bytes = new byte[Math.min(length, in.available())];
    in.read(bytes, 0, bytes.length);
    return bytes;
  }
}

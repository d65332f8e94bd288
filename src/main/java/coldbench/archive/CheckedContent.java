package coldbench.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** A file's content, which is held against what the archive's directory says of it. */
final class CheckedContent extends CheckedInputStream {
  private final long size;
  private final long checksum;
  private long count;

  /**
   * The content.
   *
   * @param size in bytes
   * @param checksum of all of them, a CRC-32
   */
  CheckedContent(InputStream in, long size, long checksum) {
    super(in, new CRC32());
    this.size = size;
    this.checksum = checksum;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count += Math.max(0, read);
    if (count > size || (read < 0 && count < size)) {
      throw new IOException(
          "it has %s bytes, expected %,d as the directory says"
              .formatted(read < 0 ? "%,d".formatted(count) : "more", size));
    }
    if (read < 0 && getChecksum().getValue() != checksum) {
      throw new IOException(
          "its checksum is %08x, expected %08x as the directory says"
              .formatted(getChecksum().getValue(), checksum));
    }
    return read;
  }
}

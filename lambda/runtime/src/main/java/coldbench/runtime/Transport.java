package coldbench.runtime;

import java.io.IOException;

/** A stream of bytes to a server and back. */
public interface Transport {
  /**
   * Waits for at least one byte.
   *
   * @return how many bytes were read, or -1 once the other side has closed
   */
  int read(byte[] target, int offset, int length) throws IOException;

  /** Returns once all bytes are handed over. */
  void write(byte[] source, int offset, int length) throws IOException;

  void close();
}

package coldbench.semantics.library.io;

import java.io.EOFException;
import java.io.IOException;
import java.util.Objects;

/**
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/io/DataInputStream.html#readFully(byte[],int,int)
 */
public final class DataInputStream {
  private DataInputStream() {}

  public void readFully(byte[] to, int from, int length) throws IOException {
    Objects.checkFromIndexSize(from, length, to.length);
    int done = 0;
    while (done < length) {
      int read = ((java.io.DataInputStream) (Object) this).read(to, from + done, length - done);
      if (read < 0) {
        throw new EOFException();
      }
      done += read;
    }
  }
}

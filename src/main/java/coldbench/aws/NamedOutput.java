package coldbench.aws;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A file whose name stands in every failure to write it: a full disk's error has none. */
final class NamedOutput extends FilterOutputStream {
  private final Path file;

  NamedOutput(Path file, OutputStream to) {
    super(to);
    this.file = file;
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    try {
      out.write(bytes, from, count);
    } catch (IOException e) {
      throw new FileSystemException(file.toString(), null, e.getMessage());
    }
  }
}

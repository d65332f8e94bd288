package coldbench.account;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** What only one of the processes with tests may do at a time: it waits for its turn. */
final class Turn {
  private final FileChannel file;

  private Turn(FileChannel file) {
    this.file = file;
  }

  /**
   * Waits until no other process has it.
   *
   * @param what the name of a file in target
   */
  static Turn take(String what) throws IOException {
    Path folder = Files.createDirectories(Path.of("target"));
    FileChannel file = FileChannel.open(folder.resolve(what + ".lock"), CREATE, WRITE);
    file.lock();
    return new Turn(file);
  }

  void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

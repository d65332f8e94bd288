package coldbench.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * What the process of a sandbox has written. It writes to a file and not into a pipe: nothing has
 * to read along while the function runs, and all of it is there when the process is gone.
 */
final class LogTail {
  /** What {@code LogType: Tail} gives back. */
  static final int TAIL_BYTES = 4 * 1024;

  private static final long MAX_FILE_BYTES = 1024 * 1024;

  private final Path file;
  private long read;

  LogTail(Path file) {
    this.file = file;
  }

  /** What was written since the last call; of much of it the end, enough for a tail. */
  String unread() throws IOException {
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "rw")) {
      long end = log.length();
      long from = Math.max(read, end - TAIL_BYTES);
      byte[] bytes = new byte[(int) (end - from)];
      log.seek(from);
      log.readFully(bytes);
      read = end;
      if (end > MAX_FILE_BYTES) {
        log.setLength(0); // It is written by appending only, and by nobody just now.
        read = 0;
      }
      return new String(bytes, UTF_8);
    }
  }

  /** The last 4 KB of a log. A character that would be cut is left out. */
  static String tail(String log) {
    byte[] bytes = log.getBytes(UTF_8);
    int from = Math.max(0, bytes.length - TAIL_BYTES);
    while (from > 0 && from < bytes.length && (bytes[from] & 0xc0) == 0x80) {
      from++;
    }
    return new String(bytes, from, bytes.length - from, UTF_8);
  }
}

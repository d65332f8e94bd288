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
  private final long atMost;
  private long read;

  private LogTail(Path file, long atMost) {
    this.file = file;
    this.atMost = atMost;
  }

  /** Of which as much is read at a time as {@code LogType: Tail} gives back. */
  static LogTail of(Path file) {
    return new LogTail(file, TAIL_BYTES);
  }

  /** Of which all is read, up to 1 MB at a time. */
  static LogTail whole(Path file) {
    return new LogTail(file, MAX_FILE_BYTES);
  }

  /** The whole lines that were written since the last call, by a process that may go on writing. */
  String unreadLines() throws IOException {
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      byte[] bytes = bytes(log, log.length());
      int end = bytes.length;
      while (end > 0 && bytes[end - 1] != '\n') {
        end--;
      }
      read -= bytes.length - end;
      return new String(bytes, 0, end, UTF_8);
    }
  }

  private byte[] bytes(RandomAccessFile log, long end) throws IOException {
    long from = Math.max(read, end - atMost);
    byte[] bytes = new byte[(int) (end - from)];
    log.seek(from);
    log.readFully(bytes);
    read = end;
    return bytes;
  }

  /** What was written since the last call; of too much of it the end. */
  String unread() throws IOException {
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "rw")) {
      long end = log.length();
      byte[] bytes = bytes(log, end);
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

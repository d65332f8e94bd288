package coldbench.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.teavm.interop.Address;

/** What the system tells in small files, such as those below {@code /proc}. */
public final class SystemFile {
  private SystemFile() {}

  /** The beginning of a file, as much as one read gives; empty where it cannot be read. */
  public static byte[] head(String path, int most) {
    byte[] bytes = new byte[most];
    int length = Platform.isCompiledToC() ? readByLibc(path, bytes) : readOnJvm(path, bytes);
    return Arrays.copyOf(bytes, Math.max(0, length));
  }

  private static int readByLibc(String path, byte[] bytes) {
    byte[] name = LibcPlatform.cString(path);
    int fd = Libc.Fcntl.open(Address.ofData(name), Libc.O_RDONLY | Libc.O_CLOEXEC);
    if (fd < 0) {
      return 0;
    }
    int length = Libc.Unistd.read(fd, Address.ofData(bytes), bytes.length);
    Libc.Unistd.close(fd);
    return length;
  }

  private static int readOnJvm(String path, byte[] bytes) {
    try (InputStream in = Files.newInputStream(Path.of(path))) {
      return in.read(bytes);
    } catch (IOException e) {
      return 0;
    }
  }
}

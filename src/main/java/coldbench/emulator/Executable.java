package coldbench.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the system would start a file, said before it is tried: a shell in between would turn its
 * refusals into exit codes.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/execve.2.html">execve</a>
 */
final class Executable {
  private static final int HEAD_BYTES = 256;

  /** {@code e_machine} of the ELF header, by Lambda's name of the architecture. */
  private static final Map<String, Integer> ELF_MACHINE = Map.of("x86_64", 62, "arm64", 183);

  private Executable() {}

  /**
   * Why a file would not start.
   *
   * @param architecture {@code arm64} or {@code x86_64}
   * @return the error in Lambda's words, empty if there is none
   */
  static Optional<String> startError(Path file, String architecture) {
    if (!Files.isRegularFile(file)) {
      return Optional.of("Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]");
    }
    if (!Files.isExecutable(file)) {
      return Optional.of("fork/exec /var/task/" + file.getFileName() + ": permission denied");
    }
    return formatError(file, architecture)
        .map(error -> "fork/exec /var/task/" + file.getFileName() + ": " + error);
  }

  private static Optional<String> formatError(Path file, String architecture) {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD_BYTES);
    } catch (IOException e) {
      return Optional.of("permission denied");
    }
    if (head.length > 2 && head[0] == '#' && head[1] == '!') {
      String interpreter = new String(head, 2, head.length - 2, UTF_8).strip().split("\\s", 2)[0];
      return Files.isExecutable(Path.of(interpreter))
          ? Optional.empty()
          : Optional.of("no such file or directory");
    }
    return isElfFor(head, architecture) ? Optional.empty() : Optional.of("exec format error");
  }

  private static boolean isElfFor(byte[] head, String architecture) {
    int machine = ELF_MACHINE.getOrDefault(architecture, -1);
    return head.length > 19
        && head[0] == 0x7f
        && head[1] == 'E'
        && head[2] == 'L'
        && head[3] == 'F'
        && (head[18] & 0xff) + ((head[19] & 0xff) << 8) == machine;
  }
}

package coldbench.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.lambda.Architecture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Whether the system would start a file, said before it is tried: a shell in between would turn its
 * refusals into exit codes.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/execve.2.html">execve</a>
 */
final class Executable {
  private static final int HEAD_BYTES = 256;

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
    OptionalInt machine = Architecture.elfMachine(head);
    boolean runs =
        machine.isPresent()
            && Architecture.ofElf(machine.getAsInt()).equals(Architecture.named(architecture));
    return runs ? Optional.empty() : Optional.of("exec format error");
  }
}

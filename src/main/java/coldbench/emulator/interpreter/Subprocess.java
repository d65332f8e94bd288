package coldbench.emulator.interpreter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end and gives what it printed, on either stream. */
public final class Subprocess {
  private Subprocess() {}

  public record Result(int status, String output) {
    public boolean ok() {
      return status == 0;
    }
  }

  /**
   * Runs it.
   *
   * @param environment all of the program's variables
   * @return status −1 and the reason if it cannot be started or takes too long
   */
  public static Result run(List<String> command, Map<String, String> environment, Duration limit)
      throws InterruptedException {
    try {
      Path output = Files.createTempFile("coldbench-", ".out");
      try {
        return run(command, environment, limit, output);
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      return new Result(-1, String.valueOf(e.getMessage()));
    }
  }

  private static Result run(
      List<String> command, Map<String, String> environment, Duration limit, Path output)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    builder.redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
    Process process = builder.start();
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return new Result(-1, command.get(0) + " did not end within " + limit.toSeconds() + " s");
      }
      return new Result(process.exitValue(), new String(Files.readAllBytes(output), UTF_8).strip());
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}

package coldbench.nativebuild;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Map;

/** Starts a program and waits for it. */
interface CommandRunner {
  /** What a program said on both of its outputs, and its exit code. */
  record Result(int exitCode, String output) {
    boolean failed() {
      return exitCode != 0;
    }

    /** The end of the output, which is where errors stand. */
    String lastLines() {
      List<String> lines = output.strip().lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    }
  }

  /**
   * Runs a command to its end.
   *
   * @throws IOException if it cannot be started
   */
  Result run(List<String> command) throws IOException;

  /** Real processes, with these variables beside the ones of this process. */
  static CommandRunner processes(Map<String, String> environment) {
    return command -> {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(environment);
      Process process = builder.start();
      try {
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Result(process.waitFor(), output);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException(command.get(0) + " was interrupted");
      } finally {
        process.destroy();
      }
    };
  }
}

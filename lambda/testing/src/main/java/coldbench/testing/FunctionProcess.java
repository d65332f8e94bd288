package coldbench.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A function's process and its log. */
public final class FunctionProcess implements AutoCloseable {
  private final Process process;
  private final Path log;

  private FunctionProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts it with nothing in its environment but what is given. */
  public static FunctionProcess start(List<String> command, Map<String, String> environment)
      throws IOException {
    Path log = Files.createTempFile("function", ".log");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(log.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return new FunctionProcess(builder.start(), log);
  }

  public String log() throws IOException {
    return Files.readString(log);
  }

  /** Sends a signal, such as TERM. */
  public void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** What it holds of the machine's memory now (VmRSS of /proc). */
  public long residentKilobytes() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    throw new IOException("/proc/" + process.pid() + "/status has no VmRSS");
  }

  public boolean exitedWithin(long milliseconds) throws InterruptedException {
    return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
  }

  /** Waits for its end. */
  public int exitCode() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("process " + process.pid() + " has not ended within a minute");
    }
    return process.exitValue();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    process.onExit().join();
    Files.delete(log);
  }
}

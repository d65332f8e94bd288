package coldbench.host;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/**
 * The process of one sandbox. It is made ready first and released later: a shell waits on its
 * standard input and then becomes the runtime's process, so that neither the start of a process by
 * the JVM nor the making of a sandbox is measured as the function's init, as it is not on Lambda.
 */
final class SandboxProcess implements AutoCloseable {
  private static final String WAIT_AND_BECOME = "read -r go && exec \"$@\" </dev/null";

  private final Process process;
  private final CompletableFuture<Process> exit;
  private final Watchdog watchdog;
  private long peakKb;

  private SandboxProcess(Process process, Watchdog watchdog) {
    this.process = process;
    this.watchdog = watchdog;
    this.exit = process.onExit();
  }

  /**
   * @param environment all variables of the process; none of ours are added
   * @param log gets standard output and standard error
   */
  static SandboxProcess prepare(
      List<String> command,
      Path directory,
      Map<String, String> environment,
      Path log,
      Watchdog watchdog)
      throws IOException {
    List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", WAIT_AND_BECOME, "sandbox"));
    words.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.directory(directory.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(Redirect.appendTo(log.toFile()));
    Process process = builder.start();
    watchdog.watch(process.pid());
    return new SandboxProcess(process, watchdog);
  }

  /**
   * Lets the process become the runtime's.
   *
   * @return {@link System#nanoTime} right before
   */
  long release() throws IOException {
    OutputStream go = process.getOutputStream();
    byte[] line = "go\n".getBytes(US_ASCII);
    long releasedNanos = System.nanoTime();
    go.write(line);
    go.close();
    return releasedNanos;
  }

  void onExit(Runnable action) {
    CompletableFuture<Void> unused = exit.thenRun(action);
  }

  boolean exited() {
    return !process.isAlive();
  }

  Optional<ProcessExit> exit() {
    return exited() ? Optional.of(new ProcessExit(process.exitValue())) : Optional.empty();
  }

  /** Peak resident memory in KB; of a process that has ended, what was last seen. */
  long peakKb() {
    OptionalLong now = PeakMemory.ofProcessKb(process.pid());
    peakKb = Math.max(peakKb, now.orElse(0));
    return peakKb;
  }

  long pid() {
    return process.pid();
  }

  /** Kills at once: Lambda gives a function no time either. */
  @Override
  public void close() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    boolean interrupted = false;
    while (!exit.isDone()) {
      try {
        process.waitFor();
        break;
      } catch (InterruptedException e) {
        interrupted = true; // A killed process ends at once; then the interrupt is passed on.
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    try {
      watchdog.forget(process.pid());
    } catch (IOException e) {
      // It watches no longer.
    }
  }
}

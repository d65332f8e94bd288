package coldbench.emulator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.emulator.cgroup.ControlGroup;
import coldbench.emulator.cgroup.Reaper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The process of one sandbox. It is made ready first and released later: a shell makes the mounts,
 * says so, waits on its standard input and then becomes the runtime's process. So neither the start
 * of a process by the JVM nor the making of a sandbox is measured as the function's init, as it is
 * not on Lambda.
 */
final class SandboxProcess implements AutoCloseable {
  private static final String READY = "ready";

  /** Before the mounts, which may cover it: $1, the log. */
  private static final String OPEN_LOG = "exec 3>&1 4>>\"$1\" && shift &&\n";

  /** $1 the working directory, then the command. */
  private static final String WAIT_AND_BECOME =
      """
      cd "$1" && unset OLDPWD PWD SHLVL && shift &&
      { test -x "$1" || { echo "$1 is not to be seen inside of the mounts" && exit 1; }; } &&
      exec 1>&4 2>&4 4>&- &&
      echo ready >&3 && exec 3>&- && read -r go && exec "$@" </dev/null
      """;

  private final Process process;
  private final CompletableFuture<Process> exit;
  private final ControlGroup group;
  private final Reaper reaper;
  private long peakKb;

  private SandboxProcess(Process process, ControlGroup group, Reaper reaper) {
    this.process = process;
    this.exit = process.onExit();
    this.group = group;
    this.reaper = reaper;
  }

  /**
   * What to run.
   *
   * @param isolation makes the mounts, with its arguments for this sandbox
   * @param environment all variables of the process; none of ours are added
   * @param log gets standard output and standard error
   */
  record Launch(
      Isolation isolation,
      List<String> isolationArguments,
      Path log,
      Path directory,
      List<String> command,
      Map<String, String> environment) {
    List<String> words() {
      List<String> words = new ArrayList<>(isolation.starter());
      String script = OPEN_LOG + isolation.script() + WAIT_AND_BECOME;
      words.addAll(List.of("/bin/sh", "-c", script, "sandbox", log.toString()));
      words.addAll(isolationArguments);
      words.add(directory.toString());
      words.addAll(command);
      return words;
    }
  }

  /** Starts the shell and returns when it waits for {@link #release}. */
  static SandboxProcess prepare(Launch launch, ControlGroup group, Reaper reaper)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(launch.words());
    builder.environment().clear();
    builder.environment().putAll(launch.environment());
    builder.redirectErrorStream(true);
    Process process = builder.start();
    SandboxProcess sandbox = new SandboxProcess(process, group, reaper);
    try {
      reaper.watch(process.pid(), group.folders());
      group.add(process.pid());
      sandbox.awaitReady();
      return sandbox;
    } catch (IOException e) {
      sandbox.close();
      throw e;
    }
  }

  private void awaitReady() throws IOException {
    StringBuilder said = new StringBuilder();
    BufferedReader out = process.inputReader(UTF_8);
    while (true) {
      String line = out.readLine();
      if (line == null) {
        throw new IOException("The sandbox cannot be made: " + said.toString().strip());
      }
      if (line.equals(READY)) {
        return;
      }
      said.append(line).append('\n');
    }
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

  /** Peak resident memory in KB; once the process has ended, what its group or we last saw. */
  long peakKb() {
    OptionalLong now = PeakMemory.ofProcessKb(process.pid());
    peakKb = Math.max(peakKb, now.orElseGet(group::peakKb));
    return peakKb;
  }

  ControlGroup group() {
    return group;
  }

  /**
   * Asks it to end in order, which Lambda does not, and waits.
   *
   * @return whether it has ended
   */
  boolean terminate(Duration limit) throws InterruptedException {
    process.destroy();
    return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Kills at once: Lambda gives a function no time either. */
  void kill() {
    group.release();
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  public void close() {
    kill();
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
    group.close();
    try {
      reaper.forget(process.pid());
    } catch (IOException e) {
      // It watches no longer.
    }
  }
}

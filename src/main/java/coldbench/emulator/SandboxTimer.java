package coldbench.emulator;

import coldbench.emulator.cgroup.ControlGroup;
import coldbench.emulator.cgroup.WorkFolder;
import coldbench.emulator.runtimeapi.RuntimeApi;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Measures a runtime finer than a {@code REPORT} line says it: in nanoseconds where that has
 * hundredths of a millisecond, in KB where it has MB. Init and duration mean the same.
 */
public final class SandboxTimer implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String ARN = "arn:aws:lambda:us-east-1:123456789012:function:bench";
  private static final String TRACE = "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0";

  private final WorkFolder work;
  private final Clock clock;

  /**
   * One sandbox's life.
   *
   * @param first duration of the first invocation, the only one of a cold start
   * @param warm durations of the following ones
   * @param peakKb the most memory that was resident
   */
  public record Life(Duration init, Duration first, List<Duration> warm, long peakKb) {}

  /** A runtime as a command, in a folder, with its own variables. */
  public record Program(List<String> command, Path folder, Map<String, String> environment) {}

  public SandboxTimer(Clock clock) throws IOException {
    this.work = WorkFolder.create(Path.of(System.getProperty("java.io.tmpdir")));
    this.clock = clock;
  }

  /**
   * Starts a runtime, invokes it {@code 1 + warm} times and ends it.
   *
   * @throws IOException if it does not start or does not answer; the message has its log
   */
  public Life measure(Program program, byte[] event, int warm)
      throws IOException, InterruptedException {
    Path log = work.folder("timer").resolve("log");
    try (Sandbox sandbox = sandbox(program, log)) {
      Duration init = expect(Outcome.Ready.class, sandbox.init(LIMIT), sandbox);
      Duration first = call(sandbox, event);
      List<Duration> durations = new ArrayList<>(warm);
      for (int i = 0; i < warm; i++) {
        durations.add(call(sandbox, event));
      }
      return new Life(init, first, durations, sandbox.peakKb());
    }
  }

  private Duration call(Sandbox sandbox, byte[] event) throws IOException, InterruptedException {
    String id = UUID.randomUUID().toString();
    long deadlineMs = clock.millis() + LIMIT.toMillis();
    Outcome outcome =
        sandbox.invoke(new InvocationRequest(id, ARN, TRACE, LIMIT, deadlineMs, event));
    return expect(Outcome.Answered.class, outcome, sandbox);
  }

  private static Duration expect(Class<? extends Outcome> kind, Outcome outcome, Sandbox sandbox)
      throws IOException {
    if (!kind.isInstance(outcome)) {
      throw new IOException("the runtime did not answer: " + outcome + "\n" + sandbox.unreadLog());
    }
    return outcome.duration();
  }

  private Sandbox sandbox(Program program, Path log) throws IOException {
    RuntimeApi api = new RuntimeApi();
    try {
      Map<String, String> environment = new LinkedHashMap<>(program.environment());
      environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
      SandboxProcess.Launch launch =
          new SandboxProcess.Launch(
              new Isolation.None("only the runtime is measured"),
              List.of(),
              log,
              program.folder(),
              program.command(),
              environment);
      SandboxProcess process = SandboxProcess.prepare(launch, ControlGroup.none(), work.reaper());
      return new Sandbox(api, process, LogTail.of(log), false);
    } catch (IOException e) {
      api.close();
      throw e;
    }
  }

  @Override
  public void close() {
    work.close();
  }
}

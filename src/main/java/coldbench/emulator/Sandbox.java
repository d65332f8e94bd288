package coldbench.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.emulator.runtimeapi.Connection;
import coldbench.emulator.runtimeapi.ErrorPayload;
import coldbench.emulator.runtimeapi.RuntimeApi;
import coldbench.emulator.runtimeapi.RuntimeCall;
import coldbench.http.HttpRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One execution environment of a function: a process, its Runtime API and its log. Used by one
 * thread at a time.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html">
 *     Execution environment lifecycle</a>
 */
final class Sandbox implements AutoCloseable {
  /** Lambda's limit of an answer, as its error message has it. */
  static final int MAX_RESPONSE_BYTES = 6 * 1024 * 1024 + 100;

  private final RuntimeApi api;
  private final SandboxProcess process;
  private final LogTail log;
  private final boolean cpuLimited;
  private Optional<RuntimeCall.Next> waiting = Optional.empty();

  /**
   * A sandbox whose process waits to be released by {@link #init}.
   *
   * @param cpuLimited whether it gets Lambda's share of a CPU after its init
   */
  Sandbox(RuntimeApi api, SandboxProcess process, LogTail log, boolean cpuLimited) {
    this.api = api;
    this.process = process;
    this.log = log;
    this.cpuLimited = cpuLimited;
    process.onExit(api::wake);
  }

  /** From the start of the process to its first call for an event. */
  Outcome init(Duration limit) throws IOException, InterruptedException {
    long start = process.release();
    while (true) {
      Optional<RuntimeCall> call = api.await(start + limit.toNanos(), process::exited);
      if (call.isEmpty()) {
        return ended(start, limit);
      }
      if (call.get() instanceof RuntimeCall.Next next) {
        waiting = Optional.of(next);
        limitCpu();
        return new Outcome.Ready(Duration.ofNanos(next.receivedNanos() - start));
      }
      if (call.get() instanceof RuntimeCall.InitError error) {
        accept(error.connection());
        return reported(error.request(), Duration.ofNanos(error.request().receivedNanos() - start));
      }
      refuse(call.get());
    }
  }

  /** The init of a sandbox whose first one failed is a part of the invocation: no CPU extra. */
  Outcome repeatInit(Duration limit) throws IOException, InterruptedException {
    limitCpu();
    return init(limit);
  }

  private void limitCpu() throws IOException {
    if (cpuLimited) {
      process.group().limitCpu();
    }
  }

  /**
   * From the event handed over to the runtime's asking for the next one, as Lambda has it: what a
   * runtime does after its answer counts. Only after an init that was ready.
   *
   * @see <a href="https://github.com/aws/aws-lambda-runtime-interface-emulator">AWS's Runtime
   *     Interface Emulator</a>, {@code GetRuntimeDoneInvokeMetrics}
   */
  Outcome invoke(InvocationRequest request) throws IOException, InterruptedException {
    Connection connection = waiting.orElseThrow().connection();
    waiting = Optional.empty();
    long start = connection.respond(200, headers(request), request.event());
    long deadline = start + request.timeout().toNanos();
    while (true) {
      Optional<RuntimeCall> call = api.await(deadline, process::exited);
      if (call.isEmpty()) {
        return ended(start, request.timeout());
      }
      Optional<Function<Duration, Outcome>> outcome = outcome(call.get(), request.requestId());
      if (outcome.isPresent()) {
        return outcome.get().apply(Duration.ofNanos(awaitNext(deadline) - start));
      }
      refuse(call.get());
    }
  }

  private static Map<String, String> headers(InvocationRequest request) {
    return Map.of(
        "Lambda-Runtime-Aws-Request-Id", request.requestId(),
        "Lambda-Runtime-Deadline-Ms", Long.toString(request.deadlineMs()),
        "Lambda-Runtime-Invoked-Function-Arn", request.arn(),
        "Lambda-Runtime-Trace-Id", request.traceId());
  }

  /** How this call ends the invocation, once it is known how long it took; empty if it does not. */
  private static Optional<Function<Duration, Outcome>> outcome(RuntimeCall call, String requestId)
      throws IOException {
    if (call instanceof RuntimeCall.Response response && response.requestId().equals(requestId)) {
      byte[] body = response.request().body();
      if (body.length > MAX_RESPONSE_BYTES) {
        return Optional.of(tooLarge(response.connection()));
      }
      accept(response.connection());
      return Optional.of(took -> new Outcome.Answered(took, body));
    }
    if (call instanceof RuntimeCall.InvocationError error && error.requestId().equals(requestId)) {
      accept(error.connection());
      return Optional.of(took -> reported(error.request(), took));
    }
    return Optional.empty();
  }

  private static Function<Duration, Outcome> tooLarge(Connection connection) throws IOException {
    String limit = "maximum allowed payload size (" + MAX_RESPONSE_BYTES + " bytes).";
    respond(connection, 413, ErrorPayload.of("RequestEntityTooLarge", "Exceeded " + limit));
    String type = "Function.ResponseSizeTooLarge";
    byte[] payload = ErrorPayload.of(type, "Response payload size exceeded " + limit);
    return took -> new Outcome.Reported(took, type, payload);
  }

  private static Outcome reported(HttpRequest request, Duration took) {
    String type = request.header("Lambda-Runtime-Function-Error-Type", "Runtime.Unknown");
    byte[] payload = request.body().length > 0 ? request.body() : ErrorPayload.of(type, "");
    return new Outcome.Reported(took, type, payload);
  }

  /**
   * An invocation is over when the runtime asks for the next event; one that does not is ended.
   *
   * @return when that was, in terms of {@link System#nanoTime}: not before the answer was
   *     acknowledged, although a runtime may ask in the same breath
   */
  private long awaitNext(long deadline) throws IOException, InterruptedException {
    long acknowledged = System.nanoTime();
    while (true) {
      Optional<RuntimeCall> call = api.await(deadline, process::exited);
      if (call.isEmpty()) {
        long now = System.nanoTime();
        close();
        return now;
      }
      if (call.get() instanceof RuntimeCall.Next next) {
        waiting = Optional.of(next);
        return Math.max(acknowledged, next.receivedNanos());
      }
      refuse(call.get());
    }
  }

  private Outcome ended(long start, Duration limit) {
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    Optional<ProcessExit> exit = process.exit();
    if (exit.isPresent()) {
      return new Outcome.Broken(took, "Runtime.ExitError", exit.get().errorMessage());
    }
    process.peakKb();
    close();
    return new Outcome.TimedOut(limit);
  }

  /** A call that does not fit the sandbox's state. */
  private static void refuse(RuntimeCall call) throws IOException {
    if (call instanceof RuntimeCall.Next || call instanceof RuntimeCall.InitError) {
      String message =
          "State transition failed for runtime. Error: State transition is not allowed";
      respond(call.connection(), 403, ErrorPayload.of("InvalidStateTransition", message));
    } else {
      byte[] error = ErrorPayload.of("InvalidRequestID", "Invalid request ID");
      respond(call.connection(), 400, error);
    }
  }

  private static void accept(Connection connection) throws IOException {
    respond(connection, 202, "{\"status\":\"OK\"}\n".getBytes(UTF_8));
  }

  /**
   * An answer that the runtime no longer waits for is no failure: its exit or next call is seen.
   */
  private static void respond(Connection connection, int status, byte[] body) throws IOException {
    try {
      connection.respond(status, Map.of(), body);
    } catch (IOException e) {
      connection.close();
    }
  }

  /** Whether it can take another event. */
  boolean ready() {
    return waiting.isPresent() && !process.exited();
  }

  /**
   * Stops the process until {@link #thaw}: between invocations a function does not run.
   *
   * @return false if it is gone
   */
  boolean freeze() {
    try {
      process.group().freeze();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  void thaw() throws IOException {
    process.group().thaw();
  }

  /** What the process has written since this was last asked. */
  String unreadLog() throws IOException {
    return log.unread();
  }

  /** The whole lines of that; by any thread, but not while another one asks for the log. */
  String unreadLines() throws IOException {
    return log.unreadLines();
  }

  long peakKb() {
    return process.peakKb();
  }

  /** Ends the process, from any thread; whoever waits for it sees it exit. */
  void kill() {
    process.kill();
  }

  /** Ends the process and its Runtime API; only by the thread that uses it. */
  @Override
  public void close() {
    waiting = Optional.empty();
    process.close();
    try {
      api.close();
    } catch (IOException e) {
      // Its sockets are gone either way.
    }
  }
}

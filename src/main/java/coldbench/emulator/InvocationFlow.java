package coldbench.emulator;

import coldbench.emulator.runtimeapi.ErrorPayload;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * One invocation from event to log: a waiting sandbox or a new one, its init, which is repeated
 * once inside the invocation when it fails, and what Lambda writes about all that.
 */
final class InvocationFlow {
  private final FunctionState function;
  private final Clock clock;
  private final Duration initLimit;
  private final Sandboxes sandboxes;
  private final String requestId = Identifiers.requestId();
  private final InvocationLog log;
  private Optional<Duration> init = Optional.empty();

  /** Duration that went into a second try of the init. */
  private Duration repeatedInit = Duration.ZERO;

  private long peakKb;

  /** Where an invocation gets its sandbox from. */
  interface Sandboxes {
    /** One that waits for an event. */
    Optional<Sandbox> takeIdle() throws IOException;

    /** A new one, in place of the one that this invocation had. */
    Sandbox create() throws IOException;

    /** Whether the next new one takes the place of one that failed in an earlier invocation. */
    boolean replacesFailedOne();

    /** Why the function's program cannot be started. */
    Optional<String> startError();
  }

  InvocationFlow(FunctionState function, EmulatorSettings settings, Sandboxes sandboxes) {
    this.function = function;
    this.clock = settings.clock();
    this.initLimit = settings.initLimit();
    this.log = new InvocationLog(function.name(), settings.log());
    this.sandboxes = sandboxes;
  }

  Invocation run(byte[] event) throws IOException, InterruptedException {
    Optional<Sandbox> warm = sandboxes.takeIdle();
    Optional<String> startError = warm.isPresent() ? Optional.empty() : sandboxes.startError();
    if (startError.isPresent()) {
      Outcome broken =
          new Outcome.Broken(Duration.ZERO, "Runtime.InvalidEntrypoint", startError.get());
      for (String phase : List.of("init", "invoke")) {
        log.append(PlatformLog.initReport(broken.duration(), phase, status(broken).orElseThrow()));
      }
      log.append(PlatformLog.start(requestId, function.version()));
      return finish(broken);
    }
    if (warm.isPresent()) {
      return invoke(warm.get(), event);
    }
    return sandboxes.replacesFailedOne() ? repeatInitAndInvoke(event) : initAndInvoke(event);
  }

  private Invocation initAndInvoke(byte[] event) throws IOException, InterruptedException {
    Sandbox sandbox = sandboxes.create();
    Outcome first = log.following(sandbox, () -> sandbox.init(initLimit));
    if (first instanceof Outcome.Ready) {
      init = Optional.of(first.duration());
      return invoke(sandbox, event);
    }
    log.append(PlatformLog.initReport(first.duration(), "init", status(first).orElseThrow()));
    return repeatInitAndInvoke(event);
  }

  /**
   * The init of a sandbox in which this or an earlier invocation failed is a part of the
   * invocation: a suppressed init, which the REPORT line does not show.
   */
  private Invocation repeatInitAndInvoke(byte[] event) throws IOException, InterruptedException {
    Sandbox sandbox = sandboxes.create();
    Outcome second = log.following(sandbox, () -> sandbox.repeatInit(function.timeout()));
    if (second instanceof Outcome.Ready) {
      repeatedInit = second.duration();
      return invoke(sandbox, event);
    }
    log.append(PlatformLog.initReport(second.duration(), "invoke", status(second).orElseThrow()));
    log.append(PlatformLog.start(requestId, function.version()));
    peakKb = sandbox.peakKb();
    return finish(second);
  }

  private Invocation invoke(Sandbox sandbox, byte[] event)
      throws IOException, InterruptedException {
    log.append(PlatformLog.start(requestId, function.version()));
    Duration left = function.timeout().minus(repeatedInit);
    Outcome outcome =
        log.following(
            sandbox,
            () ->
                sandbox.invoke(
                    new InvocationRequest(
                        requestId,
                        function.arn(),
                        Identifiers.traceId(clock),
                        left,
                        clock.millis() + left.toMillis(),
                        event)));
    peakKb = sandbox.peakKb();
    return finish(outcome);
  }

  private Invocation finish(Outcome outcome) {
    log.endLine();
    if (outcome instanceof Outcome.TimedOut) {
      String time = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
      log.append("%s %s %s\n\n".formatted(time, requestId, timedOut()));
    } else if (outcome instanceof Outcome.Broken broken) {
      log.append(
          "RequestId: %s Error: %s\n%s\n"
              .formatted(requestId, broken.errorMessage(), broken.errorType()));
    }
    log.append(PlatformLog.end(requestId));
    log.append(
        PlatformLog.report(
            requestId,
            outcome.duration().plus(repeatedInit),
            init,
            function.memoryMb(),
            peakKb,
            outcome instanceof Outcome.Reported ? Optional.empty() : status(outcome)));
    return invocation(outcome);
  }

  private Invocation invocation(Outcome outcome) {
    byte[] payload = new byte[0];
    if (outcome instanceof Outcome.Answered answered) {
      payload = answered.payload();
    } else if (outcome instanceof Outcome.Reported reported) {
      payload = reported.payload();
    } else if (outcome instanceof Outcome.Broken broken) {
      payload = error(broken.errorType(), broken.errorMessage());
    } else if (outcome instanceof Outcome.TimedOut) {
      payload = error("Sandbox.Timedout", timedOut());
    }
    Optional<String> functionError =
        outcome instanceof Outcome.Answered ? Optional.empty() : Optional.of("Unhandled");
    return new Invocation(200, functionError, payload, log.tail(), function.version());
  }

  private byte[] error(String type, String message) {
    return ErrorPayload.of(type, "RequestId: " + requestId + " Error: " + message);
  }

  private String timedOut() {
    return String.format("Task timed out after %.2f seconds", function.timeout().toMillis() / 1e3);
  }

  private static Optional<PlatformLog.Status> status(Outcome outcome) {
    if (outcome instanceof Outcome.TimedOut) {
      return Optional.of(new PlatformLog.Status.Timeout());
    }
    if (outcome instanceof Outcome.Broken broken) {
      return Optional.of(new PlatformLog.Status.Failed(broken.errorType()));
    }
    if (outcome instanceof Outcome.Reported reported) {
      return Optional.of(new PlatformLog.Status.Failed(reported.errorType()));
    }
    return Optional.empty();
  }
}

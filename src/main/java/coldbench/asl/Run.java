package coldbench.asl;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** One execution while it runs: a machine's, or that of one item of a Distributed Map. */
final class Run {
  /** The most events that an execution may have; the last one says that it failed. */
  static final int MAX_EVENTS = 25_000;

  private final ExecutionRequest request;
  private final TaskService services;
  private final Engine engine;
  private final Watchdog watchdog;
  private final FunctionLibrary functions;
  private final Instant startTime;
  private final Optional<Instant> deadline;
  private final Object historyLock;
  private long lastEventId;

  private Run(Run parent, ExecutionRequest request) {
    this.request = request;
    this.services = parent.services;
    this.engine = parent.engine;
    this.watchdog = parent.watchdog;
    this.functions = parent.functions;
    this.startTime = engine.clock().instant();
    this.deadline = parent.deadline;
    this.historyLock = parent.historyLock;
  }

  Run(
      ExecutionRequest request,
      TaskService services,
      Engine engine,
      Watchdog watchdog,
      Optional<Duration> timeout) {
    this.request = request;
    this.services = services;
    this.engine = engine;
    this.watchdog = watchdog;
    this.functions = new FunctionLibrary(engine.clock(), engine.jitter());
    Instant now = engine.clock().instant();
    this.startTime = request.startedAt().orElse(now);
    this.deadline = timeout.map(now::plus);
    this.historyLock = new Object();
  }

  /** The execution of one item. It ends with this one at the latest. */
  Run child(ExecutionRequest childRequest) {
    return new Run(this, childRequest);
  }

  ExecutionRequest request() {
    return request;
  }

  TaskService services() {
    return services;
  }

  Engine engine() {
    return engine;
  }

  Watchdog watchdog() {
    return watchdog;
  }

  FunctionLibrary functions() {
    return functions;
  }

  Instant startTime() {
    return startTime;
  }

  /** Runs a workflow as this execution and says how it ended. */
  ExecutionResult execute(Workflow workflow) throws InterruptedException {
    Scope scope = new Scope(this);
    try {
      scope.start();
      var output = workflow.run(request.input(), scope);
      end(scope.previousEventId(), "ExecutionSucceeded", () -> Details.output(output));
      return new ExecutionResult.Succeeded(output);
    } catch (StateFailure failure) {
      end(scope.previousEventId(), "ExecutionFailed", () -> Details.failure(failure));
      return new ExecutionResult.Failed(failure.error(), failure.cause());
    } catch (ExecutionTimedOut e) {
      end(0, "ExecutionTimedOut", () -> Details.none().put("error", StateFailure.TIMEOUT));
      return new ExecutionResult.TimedOut();
    } catch (InterruptedException e) {
      end(scope.previousEventId(), "ExecutionAborted", JsonNodeFactory.instance::objectNode);
      throw e;
    }
  }

  /** Lets time go by, up to the execution's own end. */
  void sleep(Duration duration) throws InterruptedException {
    if (deadline.isPresent()) {
      Duration left = Duration.between(engine.clock().instant(), deadline.get());
      if (duration.compareTo(left) >= 0) {
        if (!left.isNegative()) {
          engine.sleeper().sleep(left);
        }
        throw new ExecutionTimedOut();
      }
    }
    engine.sleeper().sleep(duration);
  }

  /** How long a task may take that has this timeout of its own, if any. */
  Optional<Duration> limit(Optional<Duration> timeout) {
    Optional<Duration> left = deadline.map(end -> Duration.between(engine.clock().instant(), end));
    return left.isPresent() && (timeout.isEmpty() || left.get().compareTo(timeout.get()) < 0)
        ? left
        : timeout;
  }

  /** Throws where the execution's time is over, or its thread is to end. */
  void checkEnd() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (deadline.isPresent() && !engine.clock().instant().isBefore(deadline.get())) {
      throw new ExecutionTimedOut();
    }
  }

  /** Adds an event and returns its number. */
  long record(long previous, String type, String field, Supplier<ObjectNode> details)
      throws StateFailure {
    synchronized (historyLock) {
      if (lastEventId >= MAX_EVENTS - 1) {
        throw new StateFailure(
            StateFailure.RUNTIME,
            "The execution reached the maximum number of history events (" + MAX_EVENTS + ").");
      }
      add(previous, type, field, details);
      return lastEventId;
    }
  }

  private void end(long previous, String type, Supplier<ObjectNode> details) {
    synchronized (historyLock) {
      add(previous, type, Details.field(type), details);
    }
  }

  private void add(long previous, String type, String field, Supplier<ObjectNode> details) {
    lastEventId++;
    engine
        .history()
        .ifPresent(
            history ->
                history.accept(
                    new HistoryEvent(
                        request.executionArn(),
                        lastEventId,
                        previous,
                        engine.clock().instant(),
                        type,
                        field,
                        details.get())));
  }
}

package coldbench.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** One state while it is being run, from its being entered to its being left. */
final class StateExecution {
  private final Scope scope;
  private final State state;
  private final JsonNode input;
  private final Instant enteredTime;
  private final long enteredEventId;
  private final long eventIdBefore;
  private int retryCount;
  private Optional<String> taskToken = Optional.empty();

  private StateExecution(
      Scope scope, State state, JsonNode input, Instant enteredTime, long eventIdBefore) {
    this.scope = scope;
    this.state = state;
    this.input = input;
    this.enteredTime = enteredTime;
    this.enteredEventId = scope.previousEventId();
    this.eventIdBefore = eventIdBefore;
  }

  static StateExecution enter(Scope scope, State state, JsonNode input)
      throws StateFailure, InterruptedException {
    scope.run().checkEnd();
    Instant now = scope.run().engine().clock().instant();
    long before = scope.previousEventId();
    scope.event(state.type() + "StateEntered", () -> Details.entered(state.name(), input));
    return new StateExecution(scope, state, input, now, before);
  }

  void exit(Transition transition) throws StateFailure {
    scope.event(
        state.type() + "StateExited",
        () -> Details.exited(state.name(), transition.output(), transition.assigned()));
  }

  /**
   * Adds the event that an evaluation failed. As the service does it, the event follows the one
   * before the state, unless more has happened in the state, or it is a Wait.
   */
  void evaluationFailed(StateFailure failure) throws StateFailure {
    if (failure.toBeRecorded()) {
      if (scope.previousEventId() == enteredEventId && !(state instanceof WaitState)) {
        scope.continueAfter(eventIdBefore);
      }
      scope.event("EvaluationFailed", () -> Details.evaluation(state.name(), failure));
    }
  }

  /** Adds the event that the state was ended from outside. */
  void aborted() throws StateFailure {
    if (state instanceof WaitState || state.retries()) {
      scope.marker(state.type() + "StateAborted", Details::none);
    }
  }

  Scope scope() {
    return scope;
  }

  Run run() {
    return scope.run();
  }

  String stateName() {
    return state.name();
  }

  JsonNode input() {
    return input;
  }

  /** How often the state has been tried again, {@code $states.context.State.RetryCount}. */
  int retryCount() {
    return retryCount;
  }

  void countRetry() {
    retryCount++;
  }

  void taskToken(String token) {
    taskToken = Optional.of(token);
  }

  /** What the state's expressions see before there is a result. */
  EvaluationContext values() {
    return new EvaluationContext(
        state.name(),
        enteredEventId,
        input,
        Optional.empty(),
        Optional.empty(),
        this::context,
        scope.variables(),
        run().functions());
  }

  /**
   * {@code $states.context}.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html">
   *     Context object</a>
   */
  ObjectNode context() {
    ExecutionRequest request = run().request();
    ObjectNode context = JsonNodeFactory.instance.objectNode();
    ObjectNode execution = context.putObject("Execution");
    execution.put("Id", request.executionArn());
    execution.set("Input", request.input());
    execution.put("StartTime", Timestamps.format(run().startTime()));
    execution.put("Name", request.name());
    execution.put("RoleArn", request.roleArn());
    execution.put("RedriveCount", 0);
    context
        .putObject("StateMachine")
        .put("Id", request.stateMachineArn())
        .put("Name", request.stateMachineName());
    ObjectNode entered = context.putObject("State");
    entered.put("Name", state.name()).put("EnteredTime", Timestamps.format(enteredTime));
    if (state.retries()) {
      entered.put("RetryCount", retryCount);
    }
    scope.mapItem().ifPresent(item -> context.set("Map", item));
    taskToken.ifPresent(token -> context.putObject("Task").put("Token", token));
    return context;
  }
}

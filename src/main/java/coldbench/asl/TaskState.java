package coldbench.asl;

import coldbench.json.JsonObject;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/**
 * Calls a service.
 *
 * @see <a href="https://states-language.net/spec.html#task-state">Task state</a>
 */
record TaskState(
    String name,
    TaskResource resource,
    Optional<Template> arguments,
    Optional<NumberField> timeoutSeconds,
    Optional<NumberField> heartbeatSeconds,
    Optional<Template> roleArn,
    Recovery recovery,
    Exit exit)
    implements State {
  private static final int LONGEST_SECONDS = 99_999_999;

  static TaskState read(String name, JsonObject fields, Loader loader) {
    return new TaskState(
        name,
        TaskResource.read(fields),
        Template.read(fields, "Arguments"),
        NumberField.whole(fields, "TimeoutSeconds", 1, LONGEST_SECONDS),
        NumberField.whole(fields, "HeartbeatSeconds", 1, LONGEST_SECONDS),
        credentials(fields),
        Recovery.read(fields, loader),
        loader.exit(fields, StatesFields.WITH_RESULT));
  }

  private static Optional<Template> credentials(JsonObject fields) {
    Optional<JsonObject> credentials = fields.optionalObject("Credentials");
    if (credentials.isEmpty()) {
      return Optional.empty();
    }
    JsonObject given = credentials.get();
    given.text("RoleArn");
    Optional<Template> role =
        Template.read(given, "RoleArn", "Credentials/RoleArn", StatesFields.BEFORE);
    given.refuseUnread();
    return role;
  }

  @Override
  public String type() {
    return "Task";
  }

  @Override
  public boolean retries() {
    return true;
  }

  @Override
  public Transition run(StateExecution visit) throws StateFailure, InterruptedException {
    if (resource.hasToken()) {
      visit.taskToken(StepFunctionsLibrary.uuid(visit.run().engine().jitter()));
    }
    return recovery.run(visit, () -> attempt(visit));
  }

  private Transition attempt(StateExecution visit) throws StateFailure, InterruptedException {
    EvaluationContext values = visit.values();
    JsonNode given = arguments.isPresent() ? arguments.get().evaluate(values) : visit.input();
    Payload.within(given, visit.stateName());
    TaskCall call =
        new TaskCall(
            given,
            seconds(timeoutSeconds, values),
            seconds(heartbeatSeconds, values),
            role(values));
    JsonNode result = call(visit, call);
    return exit.take(visit, values.withResult(result), result);
  }

  private JsonNode call(StateExecution visit, TaskCall call)
      throws StateFailure, InterruptedException {
    Run run = visit.run();
    Scope scope = visit.scope();
    resource.scheduled(scope, call);
    // A service here sends no heartbeats, so a task that waits for its token has no longer.
    Optional<Duration> limit = resource.waitsForToken() ? call.shorter() : call.timeout();
    try {
      JsonNode result =
          run.watchdog()
              .call(run.limit(limit), () -> run.services().call(resource.arn(), call.arguments()));
      Payload.within(result, resource.resultName());
      resource.succeeded(scope, result);
      return result;
    } catch (Watchdog.TimedOutException e) {
      run.checkEnd();
      return timedOut(scope);
    } catch (TaskFailedException e) {
      if (e.error().equals(StateFailure.TIMEOUT)) {
        return timedOut(scope);
      }
      StateFailure failure = new StateFailure(e.error(), e.cause());
      resource.failed(scope, failure);
      throw failure;
    } catch (StateFailure failure) {
      resource.failed(scope, failure);
      throw failure;
    }
  }

  private Optional<String> role(EvaluationContext values) throws StateFailure {
    if (roleArn.isEmpty()) {
      return Optional.empty();
    }
    JsonNode role = roleArn.get().evaluate(values);
    if (!role.isTextual() && roleArn.get() instanceof Template.Evaluated evaluated) {
      throw UnexpectedType.failure(evaluated.expression(), values, "string", role);
    }
    return Optional.of(role.textValue());
  }

  private JsonNode timedOut(Scope scope) throws StateFailure {
    StateFailure failure = new StateFailure(StateFailure.TIMEOUT, "");
    resource.timedOut(scope, failure);
    throw failure;
  }

  private static Optional<Duration> seconds(Optional<NumberField> field, EvaluationContext values)
      throws StateFailure {
    return field.isPresent()
        ? Optional.of(Duration.ofSeconds((long) field.get().evaluate(values)))
        : Optional.empty();
  }
}

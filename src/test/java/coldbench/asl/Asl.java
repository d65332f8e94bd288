package coldbench.asl;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Definitions and executions for tests. */
final class Asl {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .build();

  private Asl() {}

  /** JSON in which names need no quotes, and single ones are as good as double ones. */
  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A JSON string. */
  static String text(String text) {
    return JsonNodeFactory.instance.textNode(text).toString();
  }

  /** A machine of the given states, which starts at the state {@code A}. */
  static StateMachine machine(String states) {
    return StateMachine.load(
        json("{QueryLanguage: 'JSONata', StartAt: 'A', States: {" + states + "}}"));
  }

  static ExecutionRequest request(JsonNode input) {
    return new ExecutionRequest(
        "night",
        "arn:aws:states:eu-central-1:123456789012:execution:bench:night",
        "arn:aws:states:eu-central-1:123456789012:stateMachine:bench",
        "bench",
        "arn:aws:iam::123456789012:role/bench",
        input);
  }

  /** No service at all. */
  static final TaskService NO_SERVICE =
      (resource, arguments) -> {
        throw new TaskFailedException("Test.NoService", resource);
      };

  static ExecutionResult run(StateMachine machine, String input, TaskService services)
      throws InterruptedException {
    return machine.run(request(json(input)), services, engine(new RecordedTime()));
  }

  /** An engine in which no time goes by, one item after the other. */
  static Engine engine(RecordedTime time) {
    return Engine.system().withClock(time.clock()).withSleeper(time).withItemsAtOnce(1);
  }

  /** The value of an expression, as a machine without services sees it. */
  static JsonNode evaluate(String expression, String input) throws InterruptedException {
    JsonNode state = json("{Type: 'Pass', End: true}");
    ((ObjectNode) state).put("Output", "{% " + expression + " %}");
    return output("A: " + state, input);
  }

  static JsonNode output(ExecutionResult result) {
    if (result instanceof ExecutionResult.Succeeded succeeded) {
      return succeeded.output();
    }
    throw new AssertionError("expected success, got " + result);
  }

  /** The output of a machine without services. */
  static JsonNode output(String states, String input) throws InterruptedException {
    return output(run(machine(states), input, NO_SERVICE));
  }

  static ExecutionResult.Failed failure(ExecutionResult result) {
    if (result instanceof ExecutionResult.Failed failed) {
      return failed;
    }
    throw new AssertionError("expected failure, got " + result);
  }

  /** The error of a machine without services. */
  static ExecutionResult.Failed failure(String states, String input) throws InterruptedException {
    return failure(run(machine(states), input, NO_SERVICE));
  }
}

package coldbench.deploy.machine;

import coldbench.asl.Engine;
import coldbench.asl.ExecutionRequest;
import coldbench.asl.ExecutionResult;
import coldbench.asl.StateMachine;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** One expression of the machine on its own: as the output of a task, with variables before it. */
final class Evaluation {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-14T02:00:00.100Z"), ZoneOffset.UTC);

  private final String expression;
  private final ObjectNode variables = JSON.createObjectNode();
  private JsonNode input = JSON.createObjectNode();
  private JsonNode result = JSON.createObjectNode();

  private Evaluation(String expression) {
    this.expression = expression;
  }

  static Evaluation of(String name) {
    return new Evaluation(Expressions.field(name));
  }

  /** JSON in which single quotes stand for double ones. */
  static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Evaluation variable(String name, String json) {
    variables.set(name, json(json));
    return this;
  }

  Evaluation input(String json) {
    return input(json(json));
  }

  Evaluation input(JsonNode json) {
    input = json;
    return this;
  }

  /** What the task's service answered. */
  Evaluation result(JsonNode answer) {
    result = answer;
    return this;
  }

  JsonNode evaluate() {
    ObjectNode definition = JSON.createObjectNode();
    definition.put("QueryLanguage", "JSONata").put("StartAt", "Variables");
    ObjectNode states = definition.putObject("States");
    states.putObject("Variables").put("Type", "Pass").put("Next", "Task").set("Assign", variables);
    states
        .putObject("Task")
        .put("Type", "Task")
        .put("Resource", "arn:aws:states:::test:answer")
        .put("Output", expression)
        .put("End", true);
    try {
      ExecutionResult end =
          StateMachine.load(definition)
              .run(request(), (resource, arguments) -> result, Engine.system().withClock(CLOCK));
      if (end instanceof ExecutionResult.Succeeded succeeded) {
        return succeeded.output();
      }
      throw new AssertionError(end.toString());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private ExecutionRequest request() {
    return new ExecutionRequest(
        "night",
        "arn:aws:states:eu-central-1:123456789012:execution:coldbench-dev:night",
        "arn:aws:states:eu-central-1:123456789012:stateMachine:coldbench-dev",
        "coldbench-dev",
        "arn:aws:iam::123456789012:role/coldbench-dev",
        input);
  }
}

package coldbench.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * The details of history events, as {@code GetExecutionHistory} has them: inputs and outputs are
 * JSON in a string.
 */
final class Details {
  private Details() {}

  static ObjectNode none() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** The field that holds the details of a type of event, empty where it has none. */
  static String field(String type) {
    if (type.endsWith("StateEntered")) {
      return "stateEnteredEventDetails";
    } else if (type.endsWith("StateExited")) {
      return "stateExitedEventDetails";
    }
    return switch (type) {
      case "ActivityStarted",
          "LambdaFunctionStarted",
          "MapRunSucceeded",
          "MapStateAborted",
          "MapStateFailed",
          "MapStateSucceeded",
          "ParallelStateAborted",
          "ParallelStateFailed",
          "ParallelStateStarted",
          "ParallelStateSucceeded",
          "TaskStateAborted",
          "WaitStateAborted" ->
          "";
      default -> Character.toLowerCase(type.charAt(0)) + type.substring(1) + "EventDetails";
    };
  }

  static ObjectNode started(ExecutionRequest request) {
    ObjectNode details = text("input", request.input());
    return details.put("roleArn", request.roleArn());
  }

  static ObjectNode entered(String state, JsonNode input) {
    return text("input", input).put("name", state);
  }

  static ObjectNode exited(String state, JsonNode output, Map<String, JsonNode> assigned) {
    ObjectNode details = output(output).put("name", state);
    if (!assigned.isEmpty()) {
      ObjectNode variables = details.putObject("assignedVariables");
      assigned.forEach((name, value) -> variables.put(name, value.toString()));
      details.putObject("assignedVariablesDetails").put("truncated", false);
    }
    return details;
  }

  static ObjectNode output(JsonNode output) {
    return text("output", output);
  }

  static ObjectNode failure(StateFailure failure) {
    ObjectNode details = none();
    if (!failure.error().isEmpty()) {
      details.put("error", failure.error());
    }
    if (!failure.cause().isEmpty()) {
      details.put("cause", failure.cause());
    }
    return details;
  }

  static ObjectNode evaluation(String state, StateFailure failure) {
    ObjectNode details = failure(failure).put("state", state);
    if (!failure.location().isEmpty()) {
      details.put("location", failure.location());
    }
    return details;
  }

  private static ObjectNode text(String field, JsonNode value) {
    ObjectNode details = none().put(field, value.toString());
    details.putObject(field + "Details").put("truncated", false);
    return details;
  }
}

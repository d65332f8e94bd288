package coldbench.cli;

import coldbench.asl.ExecutionRequest;
import coldbench.asl.HistoryEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An execution that {@code coldbench asl} starts, and its events as a file. */
final class AslHistory {
  private static final String MACHINE = "arn:aws:states:us-east-1:123456789012:%s:machine";

  private AslHistory() {}

  static ExecutionRequest request(JsonNode input) {
    return new ExecutionRequest(
        "execution",
        MACHINE.formatted("execution") + ":execution",
        MACHINE.formatted("stateMachine"),
        "machine",
        "arn:aws:iam::123456789012:role/machine",
        input);
  }

  /** The execution's {@code events}, and beside them those of its {@code childExecutions}. */
  static JsonNode json(List<HistoryEvent> events) {
    Map<String, ArrayNode> executions = new LinkedHashMap<>();
    for (HistoryEvent event : events) {
      executions
          .computeIfAbsent(event.executionArn(), arn -> JsonNodeFactory.instance.arrayNode())
          .add(event.toJson());
    }
    ObjectNode file = JsonNodeFactory.instance.objectNode();
    executions.forEach(
        (arn, list) -> {
          if (file.isEmpty()) {
            file.put("executionArn", arn).set("events", list);
          } else {
            file.withArray("childExecutions")
                .addObject()
                .put("executionArn", arn)
                .set("events", list);
          }
        });
    return file;
  }
}

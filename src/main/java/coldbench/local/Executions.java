package coldbench.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The executions that are running in the account.
 *
 * <p>Source: {@code
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_ListExecutions.html}
 */
final class Executions {
  private final Map<String, ObjectNode> running = new LinkedHashMap<>();
  private final Clock clock;

  Executions(Clock clock) {
    this.clock = clock;
  }

  synchronized void started(String arn, String name, String machineArn) {
    running.put(
        arn,
        JsonNodeFactory.instance
            .objectNode()
            .put("ExecutionArn", arn)
            .put("StateMachineArn", machineArn)
            .put("Name", name)
            .put("Status", "RUNNING")
            .put("StartDate", clock.instant().toString()));
  }

  synchronized void ended(String arn) {
    running.remove(arn);
  }

  /** {@code ListExecutions}; all that there is here is running. */
  synchronized JsonNode list(JsonNode arguments) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    ArrayNode executions = result.putArray("Executions");
    running.values().stream()
        .filter(e -> e.path("StateMachineArn").equals(arguments.path("StateMachineArn")))
        .forEach(executions::add);
    return result;
  }
}

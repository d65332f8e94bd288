package coldbench.deploy;

import coldbench.asl.Engine;
import coldbench.asl.ExecutionRequest;
import coldbench.asl.ExecutionResult;
import coldbench.asl.StateMachine;
import coldbench.asl.TaskFailedException;
import coldbench.deploy.machine.RunWorkflow;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The input that scheduled runs are started with, validated before it is deployed by the states
 * that will validate it in every run.
 */
final class ScheduledInput {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ScheduledInput() {}

  /**
   * What the machine would refuse it for; empty where it would not.
   *
   * @param available what the machine offers
   */
  static Optional<String> problem(
      Map<String, Object> input, List<Map<String, Object>> available, int lanes) {
    JsonNode definition = JSON.valueToTree(RunWorkflow.validation(available, lanes));
    ExecutionRequest request =
        new ExecutionRequest(
            "scheduled",
            "arn:aws:states:us-east-1:000000000000:execution:validation:scheduled",
            "arn:aws:states:us-east-1:000000000000:stateMachine:validation",
            "validation",
            "arn:aws:iam::000000000000:role/validation",
            JSON.valueToTree(input));
    try {
      ExecutionResult result =
          StateMachine.load(definition)
              .run(
                  request,
                  (resource, arguments) -> {
                    throw new TaskFailedException("NoService", resource);
                  },
                  Engine.system());
      if (result instanceof ExecutionResult.Succeeded succeeded) {
        return Optional.ofNullable(succeeded.output().get("cause")).map(JsonNode::asText);
      }
      throw new IllegalStateException("the input cannot be validated: " + result);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the input was validated", e);
    }
  }
}

package coldbench.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * What starts an execution, as {@code StartExecution} takes it and as the context object shows it.
 *
 * @param name the execution's name, {@code $states.context.Execution.Name}
 * @param executionArn {@code arn:aws:states:<region>:<account>:execution:<machine>:<name>}, {@code
 *     $states.context.Execution.Id}
 * @param stateMachineArn {@code $states.context.StateMachine.Id}
 * @param stateMachineName {@code $states.context.StateMachine.Name}
 * @param roleArn {@code $states.context.Execution.RoleArn}
 * @param input the execution's input, any JSON value of at most 256 KiB
 * @param startedAt {@code $states.context.Execution.StartTime} of an execution that is taken up
 *     again, which a redrive leaves as it was; without it the time at which it is run
 */
public record ExecutionRequest(
    String name,
    String executionArn,
    String stateMachineArn,
    String stateMachineName,
    String roleArn,
    JsonNode input,
    Optional<Instant> startedAt) {

  /**
   * @throws IllegalArgumentException if the input is larger than the service takes
   */
  public ExecutionRequest {
    long bytes = Payload.bytes(input);
    if (bytes > Payload.MAX_BYTES) {
      throw new IllegalArgumentException(
          "the input has %d bytes of JSON, expected at most %d"
              .formatted(bytes, Payload.MAX_BYTES));
    }
  }

  /** An execution that starts when it is run. */
  public ExecutionRequest(
      String name,
      String executionArn,
      String stateMachineArn,
      String stateMachineName,
      String roleArn,
      JsonNode input) {
    this(name, executionArn, stateMachineArn, stateMachineName, roleArn, input, Optional.empty());
  }

  /**
   * The execution of one item of a Distributed Map, named and numbered as the service does it: the
   * label stands behind the machine's name, and the child's own name last.
   */
  ExecutionRequest child(String label, String childName, JsonNode childInput) {
    String machine = executionArn.substring(0, executionArn.lastIndexOf(':'));
    return new ExecutionRequest(
        childName,
        machine + "/" + label + ":" + childName,
        stateMachineArn + "/" + label,
        stateMachineName + "/" + label,
        roleArn,
        childInput);
  }
}

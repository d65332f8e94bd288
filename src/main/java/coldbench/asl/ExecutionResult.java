package coldbench.asl;

import com.fasterxml.jackson.databind.JsonNode;

/** How an execution ended. */
public sealed interface ExecutionResult {
  /** Status {@code SUCCEEDED}. */
  record Succeeded(JsonNode output) implements ExecutionResult {}

  /**
   * Status {@code FAILED}.
   *
   * @param error the error name, such as {@code States.TaskFailed}; empty where a Fail state gave
   *     none
   * @param cause the error's text for people, empty where there is none
   */
  record Failed(String error, String cause) implements ExecutionResult {}

  /** Status {@code TIMED_OUT}: the machine's own {@code TimeoutSeconds} went by. */
  record TimedOut() implements ExecutionResult {}
}

package coldbench.asl;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An error on its way to a Retry, a Catch or the end of the execution.
 *
 * @see <a href="https://states-language.net/spec.html#errors">Errors</a>
 */
final class StateFailure extends Exception {
  static final String ALL = "States.ALL";
  static final String TASK_FAILED = "States.TaskFailed";
  static final String TIMEOUT = "States.Timeout";
  static final String QUERY_EVALUATION = "States.QueryEvaluationError";
  static final String DATA_LIMIT = "States.DataLimitExceeded";
  static final String RUNTIME = "States.Runtime";
  static final String NO_CHOICE_MATCHED = "States.NoChoiceMatched";
  static final String TOLERATED_FAILURES = "States.ExceedToleratedFailureThreshold";

  private final String error;
  private final String cause;
  private final String location;
  private boolean recorded;

  StateFailure(String error, String cause) {
    this(error, cause, "");
  }

  /**
   * A failure to evaluate a field.
   *
   * @param location the field, empty where it is none
   */
  StateFailure(String error, String cause, String location) {
    super(error + ": " + cause, null, false, false);
    this.error = error;
    this.cause = cause;
    this.location = location;
  }

  String error() {
    return error;
  }

  String cause() {
    return cause;
  }

  /** The field whose evaluation failed, empty where it is none. */
  String location() {
    return location;
  }

  /** Whether history is still to say that an evaluation failed; true once. */
  boolean toBeRecorded() {
    boolean first = !recorded && error.equals(QUERY_EVALUATION);
    recorded = true;
    return first;
  }

  /** {@code $states.errorOutput}. */
  ObjectNode output() {
    return JsonNodeFactory.instance.objectNode().put("Error", error).put("Cause", cause);
  }

  /** Whether an {@code ErrorEquals} that has this name is about this error. */
  boolean matches(String name) {
    return switch (name) {
      case ALL -> !error.equals(RUNTIME);
      case TASK_FAILED -> !error.equals(TIMEOUT) && !error.equals(RUNTIME);
      default -> error.equals(name) && !error.equals(RUNTIME);
    };
  }
}

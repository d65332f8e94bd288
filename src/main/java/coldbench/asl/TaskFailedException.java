package coldbench.asl;

/** A service's own error, as a Task state sees it. */
public final class TaskFailedException extends Exception {
  private final String error;
  private final String cause;

  /**
   * @param error the error name, such as {@code Lambda.TooManyRequestsException}
   * @param cause the error's text, empty where there is none
   */
  public TaskFailedException(String error, String cause) {
    super(error + ": " + cause);
    this.error = error;
    this.cause = cause;
  }

  /** The error name that {@code ErrorEquals} is compared with. */
  public String error() {
    return error;
  }

  /** The error's text, {@code $states.errorOutput.Cause}. */
  public String cause() {
    return cause;
  }
}

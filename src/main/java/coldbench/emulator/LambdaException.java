package coldbench.emulator;

/** An error of the Lambda API itself, with the name that the API gives it. */
public final class LambdaException extends Exception {
  private static final long serialVersionUID = 1;

  private final String error;

  /**
   * An error as a client of the API sees it.
   *
   * @param error as in the API, e.g. {@code ResourceNotFoundException}
   */
  public LambdaException(String error, String message) {
    super(message);
    this.error = error;
  }

  /** The error's name in the API, e.g. {@code ResourceConflictException}. */
  public String error() {
    return error;
  }
}

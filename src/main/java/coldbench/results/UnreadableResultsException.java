package coldbench.results;

import java.io.Serial;

/** There is nothing that could be reported; the message says what was wrong and what to do. */
public final class UnreadableResultsException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  public UnreadableResultsException(String message) {
    super(message);
  }

  public UnreadableResultsException(String message, Throwable cause) {
    super(message, cause);
  }
}

package coldbench.https;

import java.io.IOException;

/** One of the limits of {@link HttpsSettings} was reached. */
public final class TimeLimitException extends IOException {
  private static final long serialVersionUID = 1;

  TimeLimitException(String message) {
    super(message);
  }
}

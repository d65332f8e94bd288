package coldbench.cli;

import java.util.List;

/** What was asked for is not possible; nothing was started. Its message names every reason. */
final class InvalidOptionsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidOptionsException(String problem) {
    super(problem);
  }

  InvalidOptionsException(List<String> problems) {
    super(String.join("\ncoldbench: ", problems));
  }
}

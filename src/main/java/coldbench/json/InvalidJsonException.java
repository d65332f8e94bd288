package coldbench.json;

import java.io.IOException;
import java.io.Serial;

/**
 * A file that has no JSON in it, or more than one value. The message is what follows the file's
 * name: {@code is not valid JSON: …, line 3 column 7}.
 */
public final class InvalidJsonException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  InvalidJsonException(String problem) {
    super(problem);
  }
}

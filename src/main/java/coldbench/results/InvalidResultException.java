package coldbench.results;

import java.io.Serial;

/** A file that is not what it should be as a whole; the message is what follows its name. */
final class InvalidResultException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  InvalidResultException(String problem) {
    super(problem);
  }
}

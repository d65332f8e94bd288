package coldbench.results;

import java.io.Serial;

/**
 * An object that is not what it should be. The message names the field, the value and what is
 * allowed.
 */
final class InvalidResultException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final String what;

  InvalidResultException(String what) {
    super(what);
    this.what = what;
  }

  String what() {
    return what;
  }
}

package coldbench.cli;

import java.io.IOException;

/** What a command had to say could not be written; its message names where to. */
final class UnwrittenException extends IOException {
  private static final long serialVersionUID = 1L;

  UnwrittenException(String name, IOException cause) {
    super(name + " cannot be written: " + Reason.of(cause), cause);
  }
}

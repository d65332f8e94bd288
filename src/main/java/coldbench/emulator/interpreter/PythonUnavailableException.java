package coldbench.emulator.interpreter;

/** There is no Python that the functions could run on; the message says what to do. */
public final class PythonUnavailableException extends Exception {
  private static final long serialVersionUID = 1;

  PythonUnavailableException(String message) {
    super(message);
  }
}

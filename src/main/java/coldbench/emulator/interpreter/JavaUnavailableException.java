package coldbench.emulator.interpreter;

/** There is no JVM for a function, or Lambda's client for it cannot be had; says what to do. */
public final class JavaUnavailableException extends Exception {
  private static final long serialVersionUID = 1;

  JavaUnavailableException(String message) {
    super(message);
  }
}

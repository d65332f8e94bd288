package coldbench.semantics.classes.java.lang;

/**
 * Its cause is given when it is made, if only as null:
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/lang/ExceptionInInitializerError.html
 */
@SuppressWarnings("JavaLangClash") // stands in its place
public class ExceptionInInitializerError extends LinkageError {
  private static final long serialVersionUID = 1;

  public ExceptionInInitializerError() {
    super.initCause(null);
  }

  public ExceptionInInitializerError(Throwable thrown) {
    super.initCause(thrown);
  }

  public ExceptionInInitializerError(String message) {
    super(message);
    super.initCause(null);
  }

  public Throwable getException() {
    return getCause();
  }

  @Override
  public synchronized Throwable initCause(Throwable cause) {
    throw new IllegalStateException("The cause of " + this + " is given already", cause);
  }
}

package coldbench.project;

/** A project cannot be built. The message says what Maven, the compiler or a test found wrong. */
public final class BuildFailedException extends Exception {
  private static final long serialVersionUID = 1;

  BuildFailedException(String what, String command) {
    super(what + "\n(from " + command + ")");
  }
}

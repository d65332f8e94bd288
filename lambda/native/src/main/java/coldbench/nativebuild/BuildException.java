package coldbench.nativebuild;

/** The build cannot go on. The message says what was wrong and what to do. */
final class BuildException extends Exception {
  private static final long serialVersionUID = 1;

  BuildException(String message) {
    super(message);
  }
}

package coldbench.asl;

/**
 * A definition that this interpreter does not run. The message begins with the JSON path of what it
 * is about, and says what is supported there.
 */
public final class InvalidDefinitionException extends RuntimeException {
  private final String path;

  InvalidDefinitionException(String path, String problem) {
    super(path + ": " + problem);
    this.path = path;
  }

  /** Where in the definition, as a JSON path: {@code $.States.Call.Retry[0].MaxAttempts}. */
  public String path() {
    return path;
  }
}

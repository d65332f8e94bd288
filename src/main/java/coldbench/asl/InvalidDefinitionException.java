package coldbench.asl;

import coldbench.json.InvalidFieldException;

/**
 * A definition that this interpreter does not run. The message begins with the JSON path of what it
 * is about, and says what was expected there.
 */
public final class InvalidDefinitionException extends RuntimeException {
  private final String path;

  InvalidDefinitionException(InvalidFieldException field) {
    super(field.getMessage(), field);
    this.path = field.path();
  }

  /** Where in the definition, as a JSON path: {@code $.States.Call.Retry[0].MaxAttempts}. */
  public String path() {
    return path;
  }
}

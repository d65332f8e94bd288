package coldbench.json;

import java.io.Serial;

/**
 * A field that is missing, or is not what it should be. The message reads {@code <path> <problem>},
 * such as {@code trial.round is -1, expected a whole number from 0 to 999}.
 */
public final class InvalidFieldException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final String path;

  public InvalidFieldException(String path, String problem) {
    super(path + " " + problem);
    this.path = path;
  }

  /** The field's JSON path, such as {@code $.States.Call.Retry[0].MaxAttempts}. */
  public String path() {
    return path;
  }
}

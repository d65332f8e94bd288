package coldbench.runtime;

/** What was read is not JSON, or not of the wanted shape. The message names the place. */
public final class JsonException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public JsonException(String message) {
    super(message);
  }
}

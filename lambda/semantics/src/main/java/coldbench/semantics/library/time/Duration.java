package coldbench.semantics.library.time;

/**
 * Read without a regular expression:
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/time/Duration.html#parse(java.lang.CharSequence)
 */
public final class Duration {
  private Duration() {}

  public static java.time.Duration parse(CharSequence text) {
    return new DurationText(text).parsed();
  }
}

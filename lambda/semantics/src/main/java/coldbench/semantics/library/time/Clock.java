package coldbench.semantics.library.time;

/**
 * In milliseconds:
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/time/Clock.html
 */
public final class Clock {
  private Clock() {}

  public static java.time.Instant currentInstant() {
    return java.time.Instant.ofEpochMilli(System.currentTimeMillis());
  }
}

package coldbench.asl;

import coldbench.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One entry of {@code Retry}.
 *
 * @param errors {@code ErrorEquals}
 * @param intervalSeconds before the first attempt
 * @param backoffRate what the interval is multiplied by each time
 * @param maxDelaySeconds what it never exceeds
 * @param fullJitter whether a delay is any time from 0 to the computed one
 * @see <a href="https://states-language.net/spec.html#retrying-after-error">Retrying after
 *     error</a>
 */
record Retrier(
    List<String> errors,
    int intervalSeconds,
    int maxAttempts,
    double backoffRate,
    int maxDelaySeconds,
    boolean fullJitter) {
  private static final int LONGEST_INTERVAL = 99_999_999;
  private static final int LONGEST_DELAY = 31_622_400;

  static Retrier read(JsonObject fields) {
    String jitter = fields.oneOf("JitterStrategy", List.of("FULL", "NONE"), "NONE");
    Retrier retrier =
        new Retrier(
            ErrorNames.read(fields),
            (int) fields.optionalWhole("IntervalSeconds", 1, LONGEST_INTERVAL).orElse(1),
            (int) fields.optionalWhole("MaxAttempts", 0, LONGEST_INTERVAL).orElse(3),
            fields.optionalNumber("BackoffRate", 1, Double.MAX_VALUE).orElse(2),
            (int)
                fields.optionalWhole("MaxDelaySeconds", 1, LONGEST_DELAY).orElse(Integer.MAX_VALUE),
            jitter.equals("FULL"));
    Loader.comment(fields);
    fields.refuseUnread();
    return retrier;
  }

  /** How long to wait before the n-th attempt of this retrier, counted from 1. */
  Duration delay(int attempt, RandomGenerator jitter) {
    double seconds =
        Math.min(intervalSeconds * Math.pow(backoffRate, attempt - 1), maxDelaySeconds);
    return Duration.ofMillis(
        Math.round(
            Math.min(seconds, LONGEST_DELAY) * 1_000 * (fullJitter ? jitter.nextDouble() : 1)));
  }
}

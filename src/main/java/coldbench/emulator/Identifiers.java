package coldbench.emulator;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** The names that Lambda gives to what it makes. */
final class Identifiers {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");

  private Identifiers() {}

  static String requestId() {
    return UUID.randomUUID().toString();
  }

  /** For example {@code 2026/03/01/[$LATEST]8a3…}. */
  static String logStream(Clock clock) {
    return DAY.format(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)) + "/[$LATEST]" + hex();
  }

  /**
   * An X-Ray tracing header of a request that is not sampled.
   *
   * @see <a href="https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html">X-Ray</a>
   */
  static String traceId(Clock clock) {
    String time = Long.toHexString(clock.instant().getEpochSecond());
    return "Root=1-"
        + time
        + "-"
        + hex().substring(0, 24)
        + ";Parent="
        + hex().substring(0, 16)
        + ";Sampled=0";
  }

  private static String hex() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}

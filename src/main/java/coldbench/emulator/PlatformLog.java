package coldbench.emulator;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * The lines that Lambda itself writes into a function's log, to the letter.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-view.html">Logs
 *     of a function</a>
 */
final class PlatformLog {
  private PlatformLog() {}

  static String start(String requestId, String version) {
    return "START RequestId: " + requestId + " Version: " + version + "\n";
  }

  static String end(String requestId) {
    return "END RequestId: " + requestId + "\n";
  }

  /** What is said of an invocation that failed outside of the function. */
  sealed interface Status {
    record Timeout() implements Status {}

    record Failed(String type) implements Status {}
  }

  /**
   * @param init present on a cold call only
   * @param peakKb peak memory in KB; given in MB, rounded up
   */
  static String report(
      String requestId,
      Duration duration,
      Optional<Duration> init,
      int memoryMb,
      long peakKb,
      Optional<Status> status) {
    Duration billed = duration.plus(init.orElse(Duration.ZERO));
    StringBuilder line = new StringBuilder(256);
    line.append("REPORT RequestId: ").append(requestId);
    line.append("\tDuration: ").append(millis(duration)).append(" ms");
    line.append("\tBilled Duration: ").append(ceilMillis(billed)).append(" ms");
    line.append("\tMemory Size: ").append(memoryMb).append(" MB");
    line.append("\tMax Memory Used: ").append((peakKb + 1023) / 1024).append(" MB");
    init.ifPresent(time -> line.append("\tInit Duration: ").append(millis(time)).append(" ms"));
    status.ifPresent(why -> line.append(statusFields(why)));
    return line.append("\t\n").toString();
  }

  /** Lambda's word on an init that failed; {@code phase} is {@code init} or {@code invoke}. */
  static String initReport(Duration duration, String phase, Status status) {
    return "INIT_REPORT Init Duration: "
        + millis(duration)
        + " ms\tPhase: "
        + phase
        + statusFields(status)
        + "\n";
  }

  private static String statusFields(Status status) {
    if (status instanceof Status.Failed failed) {
      return "\tStatus: error\tError Type: " + failed.type();
    }
    return "\tStatus: timeout";
  }

  private static String millis(Duration duration) {
    return String.format(Locale.ROOT, "%.2f", duration.toNanos() / 1e6);
  }

  private static long ceilMillis(Duration duration) {
    return (duration.toNanos() + 999_999) / 1_000_000;
  }
}

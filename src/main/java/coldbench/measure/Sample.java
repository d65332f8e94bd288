package coldbench.measure;

import java.util.OptionalDouble;

/**
 * One measured call, as its REPORT line and its answer told.
 *
 * @param requestId of the call, to find it in the function's log
 * @param initMs Init Duration (or Restore Duration), on a cold call only
 * @param durationMs Duration, without init
 * @param billedMs Billed Duration, whole milliseconds; with init on a cold call
 * @param maxMemoryMb Max Memory Used, of the sandbox so far
 * @param inside what the function measured itself
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/python-logging.html">REPORT line</a>
 */
public record Sample(
    String requestId,
    OptionalDouble initMs,
    double durationMs,
    double billedMs,
    double maxMemoryMb,
    InsideTimes inside) {

  /** Init and duration together: what the caller of a cold function waits for, in milliseconds. */
  public double coldMs() {
    return initMs.orElse(0) + durationMs;
  }
}

package coldbench.analysis;

import java.util.OptionalDouble;

/**
 * One measured call, as its REPORT line and its answer told.
 *
 * @param requestId of the call, to find it in the function's log
 * @param initMs Init Duration, on a cold call only
 * @param restoreMs Restore Duration, in place of init on a cold call with SnapStart
 * @param durationMs Duration, without init
 * @param billedMs Billed Duration, whole milliseconds; on a cold call with init, or with the billed
 *     part of the restore
 * @param maxMemoryMb Max Memory Used, of the sandbox so far
 * @param handler what the function measured itself
 * @param waitMs wall time of the call as the state machine saw it, with what Step Functions itself
 *     takes; whole milliseconds. Empty where the call was tried again, and in runs of versions that
 *     did not measure it
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/python-logging.html">REPORT line</a>
 */
public record Sample(
    String requestId,
    OptionalDouble initMs,
    OptionalDouble restoreMs,
    double durationMs,
    double billedMs,
    double maxMemoryMb,
    HandlerTimes handler,
    OptionalDouble waitMs) {

  /**
   * Init, or restore, and duration together: what the caller of a cold function waits for, in
   * milliseconds.
   */
  public double coldMs() {
    return initMs.orElse(0) + restoreMs.orElse(0) + durationMs;
  }
}

package coldbench.aws;

import java.time.Instant;
import java.util.Optional;

/**
 * A run as Step Functions knows it.
 *
 * @param status RUNNING, SUCCEEDED, FAILED, TIMED_OUT, ABORTED or PENDING_REDRIVE
 * @param failure error and cause, where it failed
 */
public record RunStatus(
    String name,
    String status,
    Instant startedAt,
    Optional<Instant> endedAt,
    Optional<String> failure) {
  public boolean running() {
    return status.equals("RUNNING");
  }

  public boolean succeeded() {
    return status.equals("SUCCEEDED");
  }
}

package coldbench.runtime;

import java.util.Optional;

/**
 * What is known about one invocation beside its event.
 *
 * @param requestId of this invocation; the REPORT line in the log carries the same
 * @param functionArn the function, version or alias that was called
 * @param deadlineEpochMillis when Lambda ends the invocation
 * @param traceId X-Ray's tracing header, where tracing is on
 * @param clientContext JSON from a mobile SDK's caller, where there is one
 * @param cognitoIdentity JSON, where the caller has one
 */
public record Context(
    String requestId,
    String functionArn,
    long deadlineEpochMillis,
    Optional<String> traceId,
    Optional<String> clientContext,
    Optional<String> cognitoIdentity,
    Logger logger,
    Clock clock) {

  /** Time left until the deadline, in ms; negative once it has passed. */
  public long remainingMillis() {
    return deadlineEpochMillis - clock.epochMillis();
  }
}

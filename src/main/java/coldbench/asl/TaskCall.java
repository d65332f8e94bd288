package coldbench.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/**
 * One call of a task, all its fields evaluated.
 *
 * @param arguments what the service gets
 * @param timeout how long it may take, from {@code TimeoutSeconds}
 * @param heartbeat how long it may be silent, from {@code HeartbeatSeconds}
 * @param roleArn whose permissions it has, from {@code Credentials}
 */
record TaskCall(
    JsonNode arguments,
    Optional<Duration> timeout,
    Optional<Duration> heartbeat,
    Optional<String> roleArn) {

  /** The shorter of timeout and heartbeat. */
  Optional<Duration> shorter() {
    return heartbeat.isPresent()
            && (timeout.isEmpty() || heartbeat.get().compareTo(timeout.get()) < 0)
        ? heartbeat
        : timeout;
  }
}

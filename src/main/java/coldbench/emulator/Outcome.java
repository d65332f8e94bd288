package coldbench.emulator;

import java.time.Duration;

/** How a phase of a sandbox's life, its init or an invocation, came to its end. */
sealed interface Outcome {
  Duration duration();

  /** Init: the runtime asks for its first event. */
  record Ready(Duration duration) implements Outcome {}

  /** The function answered. */
  @SuppressWarnings("ArrayRecordComponent") // Bytes on their way through, never compared.
  record Answered(Duration duration, byte[] payload) implements Outcome {}

  /** The runtime reported an error; the process lives on, unless this was init. */
  @SuppressWarnings("ArrayRecordComponent") // Bytes on their way through, never compared.
  record Reported(Duration duration, String errorType, byte[] payload) implements Outcome {}

  /** The process ended or could not be started. */
  record Broken(Duration duration, String errorType, String errorMessage) implements Outcome {}

  /** Time ran out. */
  record TimedOut(Duration duration) implements Outcome {}
}

package coldbench.host;

import java.time.Clock;
import java.util.Optional;

/**
 * What a local Lambda works with.
 *
 * @param clock for time stamps and deadlines; durations are measured with {@link System#nanoTime}
 * @param python runs the functions of Python; not needed where there are none
 */
public record HostSettings(Clock clock, Optional<PythonEnvironment> python) {
  /** The system's clock, and no Python. */
  public static HostSettings defaults() {
    return new HostSettings(Clock.systemUTC(), Optional.empty());
  }

  public HostSettings withPython(PythonEnvironment prepared) {
    return new HostSettings(clock, Optional.of(prepared));
  }
}

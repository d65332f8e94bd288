package coldbench.host;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * What a local Lambda works with.
 *
 * @param clock for time stamps and deadlines; durations are measured with {@link System#nanoTime}
 * @param python runs the functions of Python; not needed where there are none
 * @param cpu how much of a CPU functions get, where the machine can hold it
 * @param initLimit how long an init may take
 * @param updateTime how long an update stays {@code InProgress}
 */
public record HostSettings(
    Clock clock,
    Optional<PythonEnvironment> python,
    CpuMode cpu,
    Duration initLimit,
    Duration updateTime) {
  /** The system's clock, no Python, Lambda's share of a CPU and its limit of 10 s, no wait. */
  public static HostSettings defaults() {
    return new HostSettings(
        Clock.systemUTC(), Optional.empty(), CpuMode.LAMBDA, Duration.ofSeconds(10), Duration.ZERO);
  }

  public HostSettings withPython(PythonEnvironment prepared) {
    return new HostSettings(clock, Optional.of(prepared), cpu, initLimit, updateTime);
  }

  public HostSettings withCpu(CpuMode mode) {
    return new HostSettings(clock, python, mode, initLimit, updateTime);
  }

  public HostSettings withInitLimit(Duration limit) {
    return new HostSettings(clock, python, cpu, limit, updateTime);
  }

  public HostSettings withUpdateTime(Duration time) {
    return new HostSettings(clock, python, cpu, initLimit, time);
  }
}

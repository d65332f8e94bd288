package coldbench.emulator;

import coldbench.emulator.interpreter.JavaEnvironment;
import coldbench.emulator.interpreter.PythonEnvironment;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a local Lambda is told once for all its functions.
 *
 * @param clock for time stamps and deadlines; durations are measured with {@link System#nanoTime}
 * @param python runs the functions of Python; not needed where there are none
 * @param java runs the functions of Java, by the runtime's identifier
 * @param cpu how much of a CPU functions get, where the machine can hold it
 * @param initLimit how long an init may take
 * @param updateTime how long an update stays {@code InProgress}
 * @param log hears of what is logged; without it only the tail is read, so that nothing is done
 *     between measured calls that need not be
 * @param warmUp whether the host runs its own code at the start until the JVM has compiled it (up
 *     to a second), so that the first calls are measured as well as the later ones
 */
public record EmulatorSettings(
    Clock clock,
    Optional<PythonEnvironment> python,
    Map<String, JavaEnvironment> java,
    CpuMode cpu,
    Duration initLimit,
    Duration updateTime,
    Optional<LogListener> log,
    boolean warmUp) {
  public EmulatorSettings {
    java = Map.copyOf(java);
  }

  /**
   * The system's clock, no Python, no Java, a full CPU, Lambda's limit of 10 s, no wait, no log,
   * warmed up.
   */
  public static EmulatorSettings defaults() {
    return new EmulatorSettings(
        Clock.systemUTC(),
        Optional.empty(),
        Map.of(),
        CpuMode.FULL,
        Duration.ofSeconds(10),
        Duration.ZERO,
        Optional.empty(),
        true);
  }

  public EmulatorSettings withPython(PythonEnvironment prepared) {
    return new EmulatorSettings(
        clock, Optional.of(prepared), java, cpu, initLimit, updateTime, log, warmUp);
  }

  /**
   * With what runs the functions of Java.
   *
   * @param prepared by the runtime's identifier, such as {@code java25}
   */
  public EmulatorSettings withJava(Map<String, JavaEnvironment> prepared) {
    return new EmulatorSettings(clock, python, prepared, cpu, initLimit, updateTime, log, warmUp);
  }

  public EmulatorSettings withCpu(CpuMode mode) {
    return new EmulatorSettings(clock, python, java, mode, initLimit, updateTime, log, warmUp);
  }

  public EmulatorSettings withInitLimit(Duration limit) {
    return new EmulatorSettings(clock, python, java, cpu, limit, updateTime, log, warmUp);
  }

  public EmulatorSettings withUpdateTime(Duration time) {
    return new EmulatorSettings(clock, python, java, cpu, initLimit, time, log, warmUp);
  }

  public EmulatorSettings withLog(LogListener listener) {
    return new EmulatorSettings(
        clock, python, java, cpu, initLimit, updateTime, Optional.of(listener), warmUp);
  }

  public EmulatorSettings withoutWarmUp() {
    return new EmulatorSettings(clock, python, java, cpu, initLimit, updateTime, log, false);
  }
}

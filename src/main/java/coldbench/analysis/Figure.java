package coldbench.analysis;

import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** What is measured of a trial. Times in milliseconds, memory in MB. */
public enum Figure {
  /** Init Duration of a cold call. */
  INIT(trial -> cold(trial, Sample::initMs)),
  /** Restore Duration of a cold call, in place of init, of a function with SnapStart. */
  RESTORE(trial -> cold(trial, Sample::restoreMs)),
  /** Duration of a cold call, without init. */
  FIRST(trial -> cold(trial, sample -> OptionalDouble.of(sample.durationMs()))),
  /** Init, or restore, and duration of a cold call together. */
  COLD(trial -> cold(trial, sample -> OptionalDouble.of(sample.coldMs()))),
  /** Billed duration of a cold call, init included. */
  COLD_BILLED(trial -> cold(trial, sample -> OptionalDouble.of(sample.billedMs()))),
  /** The sandbox's peak memory by the end of its cold call. */
  COLD_MEMORY(trial -> cold(trial, sample -> OptionalDouble.of(sample.maxMemoryMb()))),
  /** Duration of a warm call. */
  WARM(trial -> warm(trial, sample -> OptionalDouble.of(sample.durationMs()))),
  /** Billed duration of a warm call. */
  WARM_BILLED(trial -> warm(trial, sample -> OptionalDouble.of(sample.billedMs()))),
  /** The sandbox's peak memory by the end of a warm call. */
  WARM_MEMORY(trial -> warm(trial, sample -> OptionalDouble.of(sample.maxMemoryMb()))),
  /** Fibonacci(n) inside the application, at the first call. */
  FIRST_COMPUTE(trial -> cold(trial, sample -> sample.inside().computeMs())),
  /** The array of squares inside the application, at the first call. */
  FIRST_ALLOC(trial -> cold(trial, sample -> sample.inside().allocMs())),
  /** Fibonacci(n) inside the application, at a warm call. */
  WARM_COMPUTE(trial -> warm(trial, sample -> sample.inside().computeMs())),
  /** The array of squares inside the application, at a warm call. */
  WARM_ALLOC(trial -> warm(trial, sample -> sample.inside().allocMs())),
  /** Both inside the application, at a warm call. */
  WARM_INSIDE(trial -> warm(trial, sample -> sample.inside().totalMs()));

  // The functions above capture nothing, so they are as immutable as the enum.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<Trial, DoubleStream> values;

  Figure(Function<Trial, DoubleStream> values) {
    this.values = values;
  }

  /** The figure's values in one trial: one of a cold call, or one of each warm call. */
  public DoubleStream of(Trial trial) {
    return values.apply(trial);
  }

  private static DoubleStream cold(Trial trial, Function<Sample, OptionalDouble> value) {
    return trial.cold().stream().map(value).flatMapToDouble(OptionalDouble::stream);
  }

  private static DoubleStream warm(Trial trial, Function<Sample, OptionalDouble> value) {
    return trial.warm().stream().map(value).flatMapToDouble(OptionalDouble::stream);
  }
}

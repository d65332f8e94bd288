package coldbench.analysis;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** What is measured of a trial: its names, its unit and where its values come from. */
public enum Figure {
  /** Init Duration of a cold call. */
  INIT("initMs", "init", Unit.MS, Calls.COLD, SampleField.INIT::of),
  /** Restore Duration of a cold call, in place of init, of a function with SnapStart. */
  RESTORE("restoreMs", "restore", Unit.MS, Calls.COLD, SampleField.RESTORE::of),
  /** Duration of a cold call, without init. */
  FIRST("firstMs", "first duration", Unit.MS, Calls.COLD, SampleField.DURATION::of),
  /** Init, or restore, and duration of a cold call together. */
  COLD("coldMs", "cold total", Unit.MS, Calls.COLD, sample -> OptionalDouble.of(sample.coldMs())),
  /** Billed duration of a cold call, init included. */
  COLD_BILLED("coldBilledMs", "cold billed", Unit.WHOLE_MS, Calls.COLD, SampleField.BILLED::of),
  /** The sandbox's peak memory by the end of its cold call. */
  COLD_MEMORY("coldMaxMemoryMb", "max memory", Unit.MB, Calls.COLD, SampleField.MAX_MEMORY::of),
  /** Duration of a warm call. */
  WARM("warmMs", "warm duration", Unit.MS, Calls.WARM, SampleField.DURATION::of),
  /** Billed duration of a warm call. */
  WARM_BILLED("warmBilledMs", "warm billed", Unit.WHOLE_MS, Calls.WARM, SampleField.BILLED::of),
  /** The sandbox's peak memory by the end of a warm call. */
  WARM_MEMORY("warmMaxMemoryMb", "max memory", Unit.MB, Calls.WARM, SampleField.MAX_MEMORY::of),
  /** Fibonacci(n) inside the handler, at the first call. */
  FIRST_COMPUTE(
      "firstComputeMs", "first: Fibonacci(n)", Unit.MS, Calls.COLD, SampleField.COMPUTE::of),
  /** The array of squares inside the handler, at the first call. */
  FIRST_ALLOC("firstAllocMs", "first: 100,000 squares", Unit.MS, Calls.COLD, SampleField.ALLOC::of),
  /** Fibonacci(n) inside the handler, at a warm call. */
  WARM_COMPUTE("warmComputeMs", "warm: Fibonacci(n)", Unit.MS, Calls.WARM, SampleField.COMPUTE::of),
  /** The array of squares inside the handler, at a warm call. */
  WARM_ALLOC("warmAllocMs", "warm: 100,000 squares", Unit.MS, Calls.WARM, SampleField.ALLOC::of),
  /** Both inside the handler, at a warm call. */
  WARM_HANDLER("warmHandlerMs", "warm: both", Unit.MS, Calls.WARM, SampleField.TOTAL::of),
  /** Wall time of a cold call, as the state machine saw it. */
  COLD_WAIT("coldWaitMs", "cold: wait", Unit.MS, Calls.COLD, SampleField.WAIT::of),
  /** Wall time of a warm call, as the state machine saw it. */
  WARM_WAIT("warmWaitMs", "warm: wait", Unit.MS, Calls.WARM, SampleField.WAIT::of);

  /** The figures that get a verdict: what callers wait for. */
  public static final List<Figure> JUDGED = List.of(COLD, WARM);

  /** In what a figure is counted. */
  public enum Unit {
    MS("ms"),
    /** Whole in each call, as a bill counts them. */
    WHOLE_MS("ms"),
    MB("MB");

    private final String symbol;

    Unit(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }
  }

  private enum Calls {
    COLD,
    WARM
  }

  private final String jsonName;
  private final String title;
  private final Unit unit;
  private final Calls calls;

  // The functions above capture nothing, so they are as immutable as the enum.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<Sample, OptionalDouble> value;

  Figure(
      String jsonName,
      String title,
      Unit unit,
      Calls calls,
      Function<Sample, OptionalDouble> value) {
    this.jsonName = jsonName;
    this.title = title;
    this.unit = unit;
    this.calls = calls;
    this.value = value;
  }

  /** Its name in JSON, with the unit, for example {@code coldMs}. */
  public String jsonName() {
    return jsonName;
  }

  /** Its name in words, without the unit, for example {@code cold total}. */
  public String title() {
    return title;
  }

  public Unit unit() {
    return unit;
  }

  /** Title and unit, for example {@code cold total ms}. */
  public String titleWithUnit() {
    return title + " " + unit.symbol();
  }

  /** What has the figure, as a sentence names it: {@code cold start} or {@code warm call}. */
  public String event() {
    return calls == Calls.COLD ? "cold start" : "warm call";
  }

  /** The figure's values in one trial: one of a cold call, or one of each warm call. */
  public DoubleStream of(Trial trial) {
    Stream<Sample> samples = calls == Calls.COLD ? trial.cold().stream() : trial.warm().stream();
    return samples.map(value).flatMapToDouble(OptionalDouble::stream);
  }

  /** One value for a trial: of warm calls their mean. */
  public OptionalDouble mean(Trial trial) {
    // A run has a hundred thousand warm calls, and a stream of each trial's takes its time.
    if (calls == Calls.COLD) {
      return trial.cold().map(value).orElseGet(OptionalDouble::empty);
    }
    DoubleSummaryStatistics all = new DoubleSummaryStatistics();
    for (Sample sample : trial.warm()) {
      OptionalDouble each = value.apply(sample);
      if (each.isPresent()) {
        all.accept(each.getAsDouble());
      }
    }
    return all.getCount() == 0 ? OptionalDouble.empty() : OptionalDouble.of(all.getAverage());
  }
}

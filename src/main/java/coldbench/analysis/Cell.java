package coldbench.analysis;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** One function at one memory size. */
public final class Cell {
  private final String function;
  private final int memoryMb;
  private final int planned;
  private final List<Trial> trials;
  // Sorting the samples is what a report spends its time on, and each line of a table asks anew.
  private final Map<Figure, Optional<Spread>> spreads = new EnumMap<>(Figure.class);
  private final Map<Figure, List<OptionalDouble>> means = new EnumMap<>(Figure.class);
  private List<OptionalDouble> peaks = List.of();
  private Optional<Optional<Unreported>> unreported = Optional.empty();

  /**
   * A cell.
   *
   * @param function its label
   * @param planned trials that were to be measured
   * @param trials those that were measured whole, of all runs
   */
  public Cell(String function, int memoryMb, int planned, List<Trial> trials) {
    this.function = function;
    this.memoryMb = memoryMb;
    this.planned = planned;
    this.trials = List.copyOf(trials);
  }

  public String function() {
    return function;
  }

  public int memoryMb() {
    return memoryMb;
  }

  public int planned() {
    return planned;
  }

  public List<Trial> trials() {
    return trials;
  }

  /** A figure's spread; empty where nothing was measured. */
  public synchronized Optional<Spread> spread(Figure figure) {
    return spreads.computeIfAbsent(figure, this::computed);
  }

  /**
   * The geometric mean over the trials, of warm calls over each trial's mean: what ratios are
   * ratios of. Empty where nothing above 0 was measured.
   */
  public OptionalDouble typical(Figure figure) {
    OptionalDouble logs = logs(figure).average();
    return logs.isPresent() ? OptionalDouble.of(Math.exp(logs.getAsDouble())) : logs;
  }

  /** Its 95 % interval; empty below {@link Ratio#FEWEST} trials. */
  public Optional<Interval> typicalInterval(Figure figure) {
    return Bootstrap.ofMeanOfEnough(logs(figure).toArray()).map(Interval::exp);
  }

  private DoubleStream logs(Figure figure) {
    return comparable(figure).stream().flatMapToDouble(OptionalDouble::stream).map(Math::log);
  }

  /** One value for each trial, in their order: of warm calls their mean. */
  synchronized List<OptionalDouble> means(Figure figure) {
    return means.computeIfAbsent(figure, key -> trials.stream().map(key::mean).toList());
  }

  /** The same where they can stand in a ratio. */
  List<OptionalDouble> comparable(Figure figure) {
    return means(figure).stream()
        .map(mean -> mean.orElse(0) > 0 ? mean : OptionalDouble.empty())
        .toList();
  }

  /** The most that any sandbox had used by the end of its last call. */
  public OptionalDouble peakMemoryMb() {
    return peaks().stream().flatMapToDouble(OptionalDouble::stream).max();
  }

  /** The geometric mean of what each sandbox had used at most. Empty where nothing was measured. */
  OptionalDouble typicalPeakMb() {
    OptionalDouble logs =
        peaks().stream().flatMapToDouble(OptionalDouble::stream).map(Math::log).average();
    return logs.isPresent() ? OptionalDouble.of(Math.exp(logs.getAsDouble())) : logs;
  }

  /** The peak memory of each trial, in their order; empty where it cannot stand in a ratio. */
  synchronized List<OptionalDouble> peaks() {
    if (peaks.isEmpty()) {
      peaks =
          trials.stream()
              .map(Trial::peakMemoryMb)
              .map(mb -> mb.orElse(0) > 0 ? mb : OptionalDouble.empty())
              .toList();
    }
    return peaks;
  }

  /** What of its cold calls no REPORT line has; empty where no waits are told. */
  public synchronized Optional<Unreported> unreported() {
    if (unreported.isEmpty()) {
      unreported = Optional.of(Unreported.of(this));
    }
    return unreported.orElseThrow();
  }

  private Optional<Spread> computed(Figure figure) {
    double[] values = trials.stream().flatMapToDouble(figure::of).toArray();
    return values.length == 0 ? Optional.empty() : Optional.of(Spread.of(values));
  }
}

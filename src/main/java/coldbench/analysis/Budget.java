package coldbench.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What functions may take. A limit is exceeded, or kept, only where the interval of the mean says
 * so; each interval is at 95 %, on its own.
 */
public record Budget(List<Limit> limits) {
  /** None at all. */
  public static final Budget NONE = new Budget(List.of());

  public Budget {
    limits = List.copyOf(limits);
  }

  /** What can be limited. */
  public enum Item {
    COLD("cold", "cold start", Figure.COLD),
    INIT("init", "init", Figure.INIT),
    FIRST("first", "first duration", Figure.FIRST),
    WARM("warm", "warm call", Figure.WARM),
    /** A peak that only grows: as the last call left it. */
    MEMORY("memory", "memory", Figure.WARM_MEMORY, Figure.COLD_MEMORY);

    private final String name;
    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // It is.
    private final List<Figure> figures;

    Item(String name, String title, Figure... figures) {
      this.name = name;
      this.title = title;
      this.figures = List.of(figures);
    }

    /** As it is written in a budget. */
    public String writtenAs() {
      return name;
    }

    /** As a sentence names it. */
    public String title() {
      return title;
    }

    public Figure.Unit unit() {
      return figures.get(0).unit();
    }

    private OptionalDouble of(Trial trial) {
      return figures.stream()
          .map(figure -> figure.mean(trial))
          .flatMapToDouble(OptionalDouble::stream)
          .findFirst();
    }
  }

  /**
   * A limit.
   *
   * @param function label of the one that it is for; none where it is for all
   * @param most in the item's unit, above 0
   */
  public record Limit(Optional<String> function, Item item, double most) {
    private boolean isFor(FunctionDescription description) {
      return function.isEmpty() || function.get().equals(description.label());
    }
  }

  /** What a measurement says of a limit. */
  public enum Outcome {
    KEPT,
    EXCEEDED,
    UNDECIDED
  }

  /**
   * A limit held against what was measured of a function.
   *
   * @param mean over the trials; empty where there is none
   * @param interval of it; empty below {@link Ratio#FEWEST} trials
   */
  public record Result(
      Limit limit,
      String function,
      int memoryMb,
      int trials,
      OptionalDouble mean,
      Optional<Interval> interval) {
    public Outcome outcome() {
      if (interval.isEmpty()) {
        return Outcome.UNDECIDED;
      }
      if (interval.get().high() <= limit.most) {
        return Outcome.KEPT;
      }
      return interval.get().low() > limit.most ? Outcome.EXCEEDED : Outcome.UNDECIDED;
    }
  }

  /** Every limit for every function that it is for, at every memory size. */
  public List<Result> of(Experiment experiment) {
    List<Result> results = new ArrayList<>();
    for (int memoryMb : experiment.memoryMb()) {
      for (FunctionDescription function : experiment.functions()) {
        for (Limit limit : limits) {
          if (limit.isFor(function)) {
            results.add(result(limit, experiment.cell(function.label(), memoryMb)));
          }
        }
      }
    }
    return results;
  }

  private static Result result(Limit limit, Cell cell) {
    double[] values =
        cell.trials().stream()
            .map(limit.item::of)
            .flatMapToDouble(OptionalDouble::stream)
            .toArray();
    return new Result(
        limit,
        cell.function(),
        cell.memoryMb(),
        values.length,
        values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Spread.of(values).mean()),
        Bootstrap.ofMeanOfEnough(values));
  }
}

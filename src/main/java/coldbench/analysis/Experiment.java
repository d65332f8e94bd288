package coldbench.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs that may be read together: the same packages doing the same work at the same kind of place.
 */
public final class Experiment {
  private final List<Run> runs;
  private final String baseline;
  private final Map<CellKey, Cell> cells = new HashMap<>();

  /**
   * An experiment.
   *
   * @param runs at least one, in the order of their start
   * @param baseline label of the function that the others are compared with
   * @throws IllegalArgumentException if the runs have no such function
   */
  public Experiment(List<Run> runs, String baseline) {
    this.runs = List.copyOf(runs);
    this.baseline = baseline;
    if (runs.get(0).functions().stream().noneMatch(f -> f.label().equals(baseline))) {
      throw new IllegalArgumentException(
          "baseline is "
              + baseline
              + ", expected a function of the run: "
              + String.join(", ", labels(runs.get(0))));
    }
  }

  /** Compared with the run's first function. */
  public static Experiment of(List<Run> runs) {
    return new Experiment(runs, runs.get(0).functions().get(0).label());
  }

  public List<Run> runs() {
    return runs;
  }

  public String baseline() {
    return baseline;
  }

  public Run first() {
    return runs.get(0);
  }

  /** The functions, the baseline first. */
  public List<FunctionDescription> functions() {
    return first().functions().stream()
        .sorted((a, b) -> Boolean.compare(b.label().equals(baseline), a.label().equals(baseline)))
        .toList();
  }

  /**
   * Whether a function is to be set against the baseline: it is another one and handles the same
   * event. Figures of different work stand side by side, but a ratio of them would say nothing.
   */
  public boolean isCompared(FunctionDescription function) {
    FunctionDescription first = functions().get(0);
    return !function.label().equals(baseline) && function.event().equals(first.event());
  }

  /** The baseline and all that are set against it. */
  public List<FunctionDescription> compared() {
    return functions().stream()
        .filter(function -> function.label().equals(baseline) || isCompared(function))
        .toList();
  }

  /**
   * A ratio, with the interval that may be told of it: of runs that went on until a precision none
   * is narrower than that. Such a run ends when its samples look precise, and they look so most
   * often where a slow call happens to be missing, which their own spread cannot tell.
   */
  Ratio told(Ratio ratio) {
    return untilPercents().max(Double::compare).map(ratio::reaching).orElse(ratio);
  }

  /** Whether any run went on until a precision. */
  public boolean untilPrecise() {
    return untilPercents().findAny().isPresent();
  }

  private Stream<Double> untilPercents() {
    return runs.stream()
        .flatMap(run -> run.ending().flatMap(Run.Ending::precision).stream())
        .map(Precision::untilPercent);
  }

  public List<Integer> memoryMb() {
    return runs.stream().flatMap(run -> run.memoryMb().stream()).distinct().sorted().toList();
  }

  public synchronized Cell cell(String function, int memoryMb) {
    return cells.computeIfAbsent(new CellKey(function, memoryMb), this::computed);
  }

  private Cell computed(CellKey key) {
    int planned =
        (int)
            runs.stream()
                .flatMap(run -> run.order().stream())
                .filter(block -> block.memoryMb() == key.memoryMb)
                .count();
    List<Trial> trials =
        runs.stream()
            .flatMap(run -> run.trials().stream())
            .filter(Trial::complete)
            .filter(trial -> trial.function().equals(key.function))
            .filter(trial -> trial.block().memoryMb() == key.memoryMb)
            .toList();
    return new Cell(key.function, key.memoryMb, planned, trials);
  }

  /** A function's description; there is one for each label of the runs. */
  public Optional<FunctionDescription> function(String label) {
    return functions().stream().filter(function -> function.label().equals(label)).findFirst();
  }

  public boolean complete() {
    return runs.stream().allMatch(Run::complete);
  }

  private static List<String> labels(Run run) {
    return run.functions().stream().map(FunctionDescription::label).toList();
  }

  private record CellKey(String function, int memoryMb) {}
}

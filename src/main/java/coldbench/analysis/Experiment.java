package coldbench.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Functions that do the same work, in runs that may be read together: the same packages at the same
 * kind of place.
 */
public final class Experiment {
  private final List<Run> runs;
  private final Scenario scenario;
  private final String baseline;
  private final Map<CellKey, Cell> cells = new HashMap<>();

  /**
   * An experiment.
   *
   * @param runs at least one, in the order of their start
   * @param scenario one of theirs
   * @param baseline label of the function of it that the others are compared with
   */
  Experiment(List<Run> runs, Scenario scenario, String baseline) {
    this.runs = List.copyOf(runs);
    this.scenario = scenario;
    this.baseline = baseline;
  }

  /** All functions, whatever work they do, where none of them is set against another one. */
  public static Experiment of(List<Run> runs) {
    Scenario all = new Scenario("", runs.get(0).functions());
    return new Experiment(runs, all, all.functions().get(0).label());
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

  /** The name of its work. */
  public String scenario() {
    return scenario.name();
  }

  /** Whether its runs have other scenarios beside it. */
  public boolean isOneOfSeveral() {
    return scenario.functions().size() < first().functions().size();
  }

  /** Whether both are of the same runs, so that they differ in their scenario. */
  public boolean isBeside(Experiment other) {
    return first().isSameExecution(other.first());
  }

  /** The functions, the baseline first. */
  public List<FunctionDescription> functions() {
    return scenario.functions().stream()
        .sorted((a, b) -> Boolean.compare(b.label().equals(baseline), a.label().equals(baseline)))
        .toList();
  }

  /** Whether the baseline was asked for, and is not just the first function. */
  public boolean isBaselineChosen() {
    return !scenario.functions().get(0).label().equals(baseline);
  }

  /** Whether a function is set against the baseline. */
  public boolean isCompared(FunctionDescription function) {
    return !function.label().equals(baseline);
  }

  /** What was measured of the functions, run by run. */
  public List<Trial> trials() {
    return runs.stream()
        .flatMap(run -> run.trials().stream())
        .filter(trial -> scenario.has(trial.function()))
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

  /** The description of one of the functions. */
  public Optional<FunctionDescription> function(String label) {
    return functions().stream().filter(function -> function.label().equals(label)).findFirst();
  }

  public boolean complete() {
    return runs.stream().allMatch(Run::complete);
  }

  private record CellKey(String function, int memoryMb) {}
}

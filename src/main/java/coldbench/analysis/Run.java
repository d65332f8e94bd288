package coldbench.analysis;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One execution of the benchmark, as far as it came.
 *
 * @param name of the execution
 * @param place where it ran
 * @param region as in its execution's ARN
 * @param warm warm calls after each cold start
 * @param n whose Fibonacci number the functions computed
 * @param lanes in which blocks ran side by side, each with copies of the functions
 * @param order the blocks in the order in which they ran
 * @param functions in the order of the settings; the first one is what the others are compared with
 * @param trials those that could be read, complete and failed, in the order in which they ran
 * @param ending what the run itself said at its end; empty if it was interrupted or still runs
 * @param misfits what did not fit and was left out or is to be read with care, one sentence each
 */
public record Run(
    String name,
    Place place,
    String region,
    Instant startedAt,
    int warm,
    int n,
    int lanes,
    List<Block> order,
    List<FunctionDescription> functions,
    List<Trial> trials,
    Optional<Ending> ending,
    List<String> misfits) {
  public Run {
    order = List.copyOf(order);
    functions = List.copyOf(functions);
    trials = List.copyOf(trials);
    misfits = List.copyOf(misfits);
  }

  /**
   * The end of a run.
   *
   * @param notRestored functions whose configuration could not be put back, with the reason
   * @param failure what ended the blocks early
   * @param precision how precise a run became that was to go on until it is
   */
  public record Ending(
      Instant finishedAt,
      List<NotRestored> notRestored,
      Optional<Failure> failure,
      Optional<Precision> precision) {
    public Ending {
      notRestored = List.copyOf(notRestored);
    }
  }

  /** A function that was left with the benchmark's configuration. */
  public record NotRestored(String function, Failure failure) {}

  /** Whether both are the same one: its name may be that of another at another time. */
  public boolean isSameExecution(Run other) {
    return name.equals(other.name) && startedAt.equals(other.startedAt);
  }

  /** What it was to be at most. */
  RunShape shape() {
    Optional<Precision> precision = ending.flatMap(Ending::precision);
    int rounds = order.stream().mapToInt(Block::round).max().orElse(1);
    return new RunShape(
        precision.map(Precision::most).orElse(rounds),
        precision.isPresent(),
        warm,
        memoryMb(),
        functions.size(),
        0,
        (int) functions.stream().filter(FunctionDescription::snapStart).count(),
        lanes);
  }

  /** Trials that the run was to make; of one until a precision those that it needed. */
  public int planned() {
    return order.size() * functions.size();
  }

  /** Trials that were measured whole. */
  public int measured() {
    return (int) trials.stream().filter(Trial::complete).count();
  }

  /** Trials that ended with an error, in the order of their rounds. */
  public List<Trial> failed() {
    return trials.stream()
        .filter(trial -> !trial.complete())
        .sorted(Comparator.comparingInt(trial -> trial.block().round()))
        .toList();
  }

  /** Trials of which there is no readable object. */
  public int missing() {
    return planned() - trials.size();
  }

  /** Whether all that was planned was measured and put back. */
  public boolean complete() {
    return measured() == planned()
        && misfits.isEmpty()
        && ending.filter(end -> end.notRestored().isEmpty() && end.failure().isEmpty()).isPresent();
  }

  public List<Integer> memoryMb() {
    return order.stream().map(Block::memoryMb).distinct().sorted().toList();
  }
}

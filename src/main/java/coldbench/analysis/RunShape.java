package coldbench.analysis;

import java.util.List;

/**
 * What a run is made of, as far as time and price go by it.
 *
 * @param rounds at most
 * @param until whether it goes on in batches until it is precise
 * @param warm calls after each cold start
 * @param memoryMb memory sizes
 * @param functions that it measures
 * @param warmUps those of them that are called once between their cold and their warm calls
 * @param snapshots those of them that have SnapStart, taken for such as are charged for it
 */
public record RunShape(
    int rounds,
    boolean until,
    int warm,
    List<Integer> memoryMb,
    int functions,
    int warmUps,
    int snapshots) {
  public RunShape {
    memoryMb = List.copyOf(memoryMb);
  }

  int blocks() {
    return rounds * memoryMb.size();
  }

  /** Child executions. */
  int executions() {
    return blocks() * RunLimits.executions(functions, warm);
  }

  int batches() {
    return RunLimits.batches(rounds, until);
  }

  /** The same with so many rounds. */
  public RunShape withRounds(int other) {
    return new RunShape(other, until, warm, memoryMb, functions, warmUps, snapshots);
  }
}

package coldbench.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

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
 * @param lanes in which blocks run side by side
 */
public record RunShape(
    int rounds,
    boolean until,
    int warm,
    List<Integer> memoryMb,
    int functions,
    int warmUps,
    int snapshots,
    int lanes) {
  public RunShape {
    memoryMb = List.copyOf(memoryMb);
  }

  int blocks() {
    return rounds * memoryMb.size();
  }

  /** The rounds after which its batches end, as the machine has them. */
  private List<Integer> ends() {
    int held =
        lanes == 1
            ? rounds
            : Math.max(1, lanes * RunLimits.blocksAtOnce(functions, warm) / memoryMb.size());
    int most = Math.min(held, lanes * RunLimits.LOOK);
    List<Integer> ends = new ArrayList<>();
    int last = 0;
    for (int round = 1; round <= rounds; round++) {
      boolean looks =
          until
              && round >= RunLimits.FIRST_LOOK
              && (round - RunLimits.FIRST_LOOK) % Math.max(RunLimits.NEXT_LOOK, lanes) == 0;
      if (looks || round == rounds || round == RunLimits.TRY_ROUNDS || round - last == most) {
        ends.add(round);
        last = round;
      }
    }
    return ends;
  }

  int batches() {
    return batches(rounds);
  }

  /** Batches that so many rounds took. */
  int batches(int measured) {
    return 1 + (int) ends().stream().filter(end -> end < measured).count();
  }

  /** Child executions: of each block, or of each lane in a batch. */
  int executions() {
    return executions(rounds);
  }

  int executions(int measured) {
    return lanes == 1
        ? measured * memoryMb.size() * RunLimits.executions(functions, warm)
        : sum(measured, blocks -> Math.min(lanes, blocks));
  }

  /** Blocks that the fullest lane has. */
  int blocksOfALane() {
    return sum(rounds, blocks -> (blocks + lanes - 1) / lanes);
  }

  private int sum(int measured, IntUnaryOperator ofBlocks) {
    int sum = 0;
    int from = 0;
    for (int end : ends()) {
      if (from < measured) {
        sum += ofBlocks.applyAsInt((Math.min(end, measured) - from) * memoryMb.size());
      }
      from = end;
    }
    return sum;
  }

  /** The same with so many rounds. */
  public RunShape withRounds(int other) {
    return new RunShape(other, until, warm, memoryMb, functions, warmUps, snapshots, lanes);
  }
}

package coldbench.analysis;

import java.time.Duration;
import java.util.List;

/**
 * What a run will take, before it is started: counted by the state machine's design, with the
 * slower of the published functions for every one.
 *
 * @param stateTransitions with two looks at each changed configuration
 */
public record RunEstimate(
    int trials, int blocks, Duration time, long stateTransitions, double dollars) {
  /**
   * A child execution of a Distributed Map from its start to that of the next one. Assumed, as is
   * what follows: no account has been asked yet.
   */
  private static final double BLOCK_SECONDS = 3;

  /**
   * A trial without its calls: the update is looked at once at once and again after two seconds,
   * the service calls and Step Functions' own steps take as long again.
   */
  private static final double TRIAL_SECONDS = 4;

  /** One call, its integration included. */
  private static final double CALL_SECONDS = 0.3;

  /** A snapshot of a published version: two minutes, and a poll every ten seconds. */
  private static final int SNAPSHOT_SECONDS = 120;

  private static final int SNAPSHOT_POLLS = SNAPSHOT_SECONDS / 10;

  private static final int POLLS = 2;

  /** What nobody should spend by mistake. */
  public static final double LARGE_DOLLARS = 1;

  private static final Duration LARGE_TIME = Duration.ofHours(1);

  /** run.json and summary.json. */
  static final int RUN_OBJECTS = 2;

  /** Python 3.13 at 128 MB; at more memory calls become shorter and seconds dearer. */
  private static final double COLD_GB_SECONDS = 0.268 * 128 / 1024;

  private static final double WARM_GB_SECONDS = 0.109 * 128 / 1024;

  /**
   * Of a run.
   *
   * @param memoryMb memory sizes
   * @param snapshots functions with SnapStart among them, taken for such as are charged for it
   * @param prices of the dearest function
   */
  public static RunEstimate of(
      int rounds, int warm, List<Integer> memoryMb, int functions, int snapshots, Prices prices) {
    int blocks = rounds * memoryMb.size();
    int trials = blocks * functions;
    double seconds =
        blocks * BLOCK_SECONDS
            + trials * (TRIAL_SECONDS + CALL_SECONDS * (1 + warm))
            + (double) blocks * snapshots * SNAPSHOT_SECONDS;
    Transitions machine = new Transitions(functions, snapshots);
    long transitions =
        machine.ofRun(memoryMb.stream().max(Integer::compare).orElse(0))
            + machine.ofBlocks(blocks)
            + (long) blocks * (functions - snapshots) * machine.ofTrial(false, 1, POLLS, 1L + warm)
            + (long) blocks
                * snapshots
                * machine.ofTrial(true, 1, POLLS + SNAPSHOT_POLLS, 1L + warm);
    double perTrial =
        (COLD_GB_SECONDS + warm * WARM_GB_SECONDS) * prices.gbSecond()
            + (1 + warm) * prices.request();
    double dollars =
        trials * perTrial
            + rounds * snapshots * memoryMb.stream().mapToDouble(Prices::snapshot).sum()
            + transitions * Prices.STATE_TRANSITION
            + (trials + RUN_OBJECTS) * Prices.S3_PUT;
    return new RunEstimate(
        trials, blocks, Duration.ofSeconds(Math.round(seconds)), transitions, dollars);
  }

  /** Whether somebody should agree before it is started. */
  public boolean isLarge() {
    return dollars > LARGE_DOLLARS || time.compareTo(LARGE_TIME) > 0;
  }
}

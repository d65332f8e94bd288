package coldbench.analysis;

import java.time.Duration;
import java.util.List;

/**
 * What a run will take, before it is started: counted by the state machine's design, with the
 * slower of the published functions for every one.
 */
public record RunEstimate(int trials, int blocks, Duration time, double dollars) {
  /** One block: updates of the configuration, their polls, and a child execution. */
  private static final double BLOCK_SECONDS = 9;

  /** One call, its integration included. */
  private static final double CALL_SECONDS = 0.3;

  /** A snapshot of a published version: two minutes, and a poll every ten seconds. */
  private static final int SNAPSHOT_SECONDS = 120;

  /** What a version takes of the state machine, with those polls. */
  static final int SNAPSHOT_TRANSITIONS = 6 + 3 * SNAPSHOT_SECONDS / 10;

  private static final int POLLS = 2;
  private static final int TRANSITIONS_PER_BLOCK = 3;

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
        blocks
            * (BLOCK_SECONDS + (snapshots > 0 ? SNAPSHOT_SECONDS : 0) + CALL_SECONDS * (1 + warm));
    double perSnapshots =
        memoryMb.stream().mapToDouble(Prices::snapshot).sum()
            + memoryMb.size() * SNAPSHOT_TRANSITIONS * Prices.STATE_TRANSITION;
    double perTrial =
        (COLD_GB_SECONDS + warm * WARM_GB_SECONDS) * prices.gbSecond()
            + (1 + warm) * prices.request()
            + (4 + 3 * POLLS + 2 * (1 + warm)) * Prices.STATE_TRANSITION
            + Prices.S3_PUT;
    double dollars =
        trials * perTrial
            + rounds * snapshots * perSnapshots
            + blocks * TRANSITIONS_PER_BLOCK * Prices.STATE_TRANSITION;
    return new RunEstimate(trials, blocks, Duration.ofSeconds(Math.round(seconds)), dollars);
  }
}

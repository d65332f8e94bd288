package coldbench.measure;

import java.time.Duration;

/**
 * What a run will take, before it is started: counted by the state machine's design, with the
 * slower of the published functions for every one.
 */
public record RunEstimate(int trials, int blocks, Duration time, double dollars) {
  /** One block: updates of the configuration, their polls, and a child execution. */
  private static final double BLOCK_SECONDS = 9;

  /** One call, its integration included. */
  private static final double CALL_SECONDS = 0.3;

  private static final int POLLS = 2;
  private static final int TRANSITIONS_PER_BLOCK = 3;

  /** Python 3.13 at 128 MB; at more memory calls become shorter and seconds dearer. */
  private static final double COLD_GB_SECONDS = 0.268 * 128 / 1024;

  private static final double WARM_GB_SECONDS = 0.109 * 128 / 1024;

  /**
   * Of a run.
   *
   * @param sizes number of memory sizes
   * @param prices of the dearest function
   */
  public static RunEstimate of(int rounds, int warm, int sizes, int functions, Prices prices) {
    int blocks = rounds * sizes;
    int trials = blocks * functions;
    double seconds = blocks * (BLOCK_SECONDS + CALL_SECONDS * (1 + warm));
    double perTrial =
        (COLD_GB_SECONDS + warm * WARM_GB_SECONDS) * prices.gbSecond()
            + (1 + warm) * prices.request()
            + (4 + 3 * POLLS + 2 * (1 + warm)) * Prices.STATE_TRANSITION
            + Prices.S3_PUT;
    double dollars = trials * perTrial + blocks * TRANSITIONS_PER_BLOCK * Prices.STATE_TRANSITION;
    return new RunEstimate(trials, blocks, Duration.ofSeconds(Math.round(seconds)), dollars);
  }
}

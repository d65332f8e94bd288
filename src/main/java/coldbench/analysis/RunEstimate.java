package coldbench.analysis;

import java.time.Duration;

/**
 * What a run will take, before it is started: counted by the state machine's design, with the
 * slower of the published functions for every one.
 *
 * @param stateTransitions with two looks at each changed configuration
 * @param atMost whether the run may end earlier
 */
public record RunEstimate(
    int trials, int blocks, Duration time, long stateTransitions, double dollars, boolean atMost) {
  /**
   * A child execution of a Distributed Map from its start to that of the next one, and as long for
   * each further batch. Assumed, as is what follows: no account has been asked yet.
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
   * Of a run; of one until a precision the worst case.
   *
   * @param prices of the dearest function
   */
  public static RunEstimate of(RunShape run, Prices prices) {
    int blocks = run.blocks();
    int trials = blocks * run.functions();
    int plain = run.functions() - run.snapshots();
    long calls = 1L + run.warm();
    int parts = RunLimits.parts(run.warm());
    long warmUps = run.warm() > 0 ? (long) blocks * run.warmUps() : 0;
    // At most: a function of the user's own is not asked what it ran on.
    long asked = (long) blocks * plain;
    int lanes = run.lanes();
    double turnSeconds =
        lanes > RunLimits.LANES_AT_ONCE ? Math.ceil(1.0 * lanes / RunLimits.LANES_AT_ONCE) / 2 : 0;
    double blockSeconds =
        run.functions() * (TRIAL_SECONDS + turnSeconds + CALL_SECONDS * calls)
            + ((run.warm() > 0 ? run.warmUps() : 0) + plain) * CALL_SECONDS
            + (double) run.snapshots() * SNAPSHOT_SECONDS;
    int starts = lanes == 1 ? run.executions() : run.batches();
    double seconds =
        (starts + run.batches() - 1) * BLOCK_SECONDS + run.blocksOfALane() * blockSeconds;
    Transitions machine = new Transitions(run.functions(), run.snapshots(), lanes);
    long transitions =
        machine.ofRun(run.memoryMb().stream().max(Integer::compare).orElse(0), run.batches())
            + machine.ofBlocks(run.executions())
            + machine.ofWarmUps(warmUps)
            + (long) blocks * plain * machine.ofTrial(false, 1, POLLS, calls, parts)
            + Transitions.OF_SANDBOX * asked
            + (long) blocks
                * run.snapshots()
                * machine.ofTrial(true, 1, POLLS + SNAPSHOT_POLLS, calls, parts);
    double perTrial =
        (COLD_GB_SECONDS + run.warm() * WARM_GB_SECONDS) * prices.gbSecond()
            + calls * prices.request();
    double dollars =
        trials * perTrial
            + warmUps * (WARM_GB_SECONDS * prices.gbSecond() + prices.request())
            + asked * prices.request()
            + run.rounds()
                * run.snapshots()
                * run.memoryMb().stream().mapToDouble(Prices::snapshot).sum()
            + transitions * Prices.STATE_TRANSITION
            + (trials * (1L + parts) + RUN_OBJECTS) * Prices.S3_PUT;
    return new RunEstimate(
        trials, blocks, Duration.ofSeconds(Math.round(seconds)), transitions, dollars, run.until());
  }

  /** Whether somebody should agree before it is started. */
  public boolean isLarge() {
    return dollars > LARGE_DOLLARS || time.compareTo(LARGE_TIME) > 0;
  }
}

package coldbench.analysis;

import coldbench.lambda.Quotas;

/**
 * How many states a run's executions enter, which is what Step Functions charges for. Retries of a
 * service call are not among them; a test holds the figures to executions of the machine itself.
 *
 * @param functions that the run measures
 * @param snapStart those of them that have SnapStart: with one the machine has states for versions
 * @param lanes copies of each function
 * @see <a href="https://aws.amazon.com/step-functions/pricing/">AWS Step Functions pricing</a>
 */
record Transitions(int functions, int snapStart, int lanes) {
  /**
   * From LoadSettings to CompleteRun, without what stands inside of a Map and {@link #OF_BATCH}.
   */
  private static final int OF_RUN = 13;

  /** RunBlocks, AssessRun, IsRunOver. */
  private static final int OF_BATCH = 3;

  /** DescribeFunction; RestoreFunction for each copy. */
  private static final int OF_RUN_PER_FUNCTION = 1;

  private static final int OF_RUN_PER_COPY = 1;

  /** SweepFunctions, and for each copy ListVersions and DeleteLeftovers. */
  private static final int OF_SWEEP = 1;

  private static final int OF_SWEEP_PER_COPY = 2;

  /** BeginTrial, PutTrial. */
  private static final int OF_TRIAL = 2;

  /** ReadConfiguration, ForceColdStart. */
  private static final int OF_ATTEMPT = 2;

  /** WaitForTurn, with more lanes than may go on at once. */
  private static final int OF_TURN = 1;

  /** HasSnapStart, HasVersion, IsColdStartNeeded, for every function of such a machine. */
  private static final int OF_ATTEMPT_WITH_VERSIONS = 3;

  /** PublishVersion, DeleteVersion. */
  private static final int OF_VERSION = 2;

  /** A wait, a look at the configuration or at a version, and the choice after it. */
  private static final int OF_POLL = 3;

  /** CallFunction, ClassifyCall. */
  private static final int OF_CALL = 2;

  /** DescribeSandbox, of a function that tells what it runs on. */
  static final int OF_SANDBOX = 1;

  /** SetLargestMemory, where more is asked for than any account allows. */
  private static final int OF_TRIED_MEMORY = 1;

  /** WarmUpFunction. */
  private static final int OF_WARM_UP = 1;

  /**
   * Whatever the trials enter.
   *
   * @param largestMemoryMb of the run's memory sizes
   * @param batches of blocks
   */
  long ofRun(int largestMemoryMb, int batches) {
    return OF_RUN
        + (long) OF_BATCH * batches
        + (long) (OF_RUN_PER_FUNCTION + OF_RUN_PER_COPY * lanes) * functions
        + (largestMemoryMb > Quotas.MEMORY_OF_ANY_ACCOUNT_MB ? OF_TRIED_MEMORY * functions : 0)
        + (snapStart > 0 ? OF_SWEEP + OF_SWEEP_PER_COPY * snapStart * lanes : 0);
  }

  /** A child execution has one state, RunTrials, around its trials. */
  long ofBlocks(long executions) {
    return executions;
  }

  /** So many calls between cold and warm ones. */
  long ofWarmUps(long calls) {
    return OF_WARM_UP * calls;
  }

  /**
   * One trial, or several together.
   *
   * @param withSnapStart whether versions of its function are published
   * @param attempts forced cold starts
   * @param polls looks at a changed configuration or at a new version, of all attempts
   * @param calls those discarded included; one that ended in an error enters one state less
   * @param parts PutWarmCalls, for each part of the warm calls that is put on its own
   */
  long ofTrial(boolean withSnapStart, long attempts, long polls, long calls, long parts) {
    long ofAttempt =
        (long) OF_ATTEMPT
            + (lanes > RunLimits.LANES_AT_ONCE ? OF_TURN : 0)
            + (snapStart > 0 ? OF_ATTEMPT_WITH_VERSIONS : 0)
            + (withSnapStart ? OF_VERSION : 0);
    return OF_TRIAL + ofAttempt * attempts + OF_POLL * polls + OF_CALL * calls + parts;
  }
}

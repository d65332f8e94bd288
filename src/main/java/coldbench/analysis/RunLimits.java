package coldbench.analysis;

import coldbench.lambda.Quotas;

/**
 * What a run may be asked for, and what it does unless it is asked. The state machine validates its
 * input by figures of its own; a test holds those to these.
 */
public final class RunLimits {
  public static final int ROUNDS_MOST = 1000;

  /** In one run, where labels are short. */
  public static final int TRIALS_MOST = 2500;

  public static final int ROUNDS_DEFAULT = 10;

  /** What a run until a precision does at most, unless it is asked. */
  public static final int ROUNDS_UNTIL_DEFAULT = 100;

  /** Rounds that every run begins with, to see whether anything succeeds. */
  static final int TRY_ROUNDS = 2;

  /** Rounds of each lane after which a run looks whether it is of use to go on. */
  public static final int LOOK = 10;

  /**
   * Rounds after which a run until a precision asks for the first time how precise it is; and
   * between two.
   */
  public static final int FIRST_LOOK = 10;

  public static final int NEXT_LOOK = 5;

  /** How precise a run may be asked to be, in percent to either side. */
  public static final double UNTIL_LEAST = 0.1;

  public static final double UNTIL_MOST = 100;
  public static final int WARM_MOST = 2000;

  /** Cold and warm ones in one run. */
  public static final int CALLS_MOST = 252_500;

  public static final int WARM_DEFAULT = 5;

  /** As Lambda's API takes it, in MB. */
  public static final int MEMORY_LEAST = Quotas.MEMORY_LEAST_MB;

  public static final int MEMORY_MOST = Quotas.MEMORY_MOST_MB;
  public static final int MEMORY_DEFAULT = 128;

  /** The largest whose Fibonacci number a JSON number carries exactly. */
  public static final int N_MOST = 78;

  /** Copies of each function that are measured side by side. */
  public static final int LANES_MOST = 20;

  /** With more, a lane waits for its turn before it changes a configuration. */
  static final int LANES_AT_ONCE = 7;

  public static final int N_DEFAULT = 40;

  private RunLimits() {}

  /** Warm calls that stand in one object. */
  private static final int PART = 100;

  private static final int EVENTS = 20_000;
  private static final int EVENTS_OF_CALL = 7;
  private static final int EVENTS_OF_TRIAL = 400;

  /** Objects that hold a trial's warm calls beside the trial itself. */
  public static int parts(int warm) {
    return Math.max(0, warm - 1) / PART;
  }

  /** Executions that a block of so many functions takes, for the events of their histories. */
  static int executions(int functions, int warm) {
    int most = Math.max(1, EVENTS / events(warm));
    return (functions + most - 1) / most;
  }

  /** Blocks that an execution has room for. */
  static int blocksAtOnce(int functions, int warm) {
    return EVENTS / functions / events(warm);
  }

  private static int events(int warm) {
    return EVENTS_OF_CALL * (1 + warm) + EVENTS_OF_TRIAL;
  }
}

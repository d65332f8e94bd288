package coldbench.analysis;

/**
 * What a run may be asked for, and what it does unless it is asked. The state machine validates its
 * input by figures of its own; a test holds those to these.
 */
public final class RunLimits {
  public static final int ROUNDS_MOST = 1000;
  public static final int ROUNDS_DEFAULT = 10;
  public static final int WARM_MOST = 100;
  public static final int WARM_DEFAULT = 5;

  /** As Lambda's API takes it, in MB. */
  public static final int MEMORY_LEAST = 128;

  public static final int MEMORY_MOST = 10_240;
  public static final int MEMORY_DEFAULT = 128;

  /** What Lambda allows an account at first, in MB: a run that asks for more tries that first. */
  public static final int MEMORY_OF_ANY_ACCOUNT = 3008;

  /** The largest whose Fibonacci number a JSON number carries exactly. */
  public static final int N_MOST = 78;

  public static final int N_DEFAULT = 40;

  private RunLimits() {}
}

package coldbench.lambda;

/**
 * Lambda's limits.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Lambda
 *     quotas</a>
 */
public final class Quotas {
  public static final int MEMORY_LEAST_MB = 128;
  public static final int MEMORY_MOST_MB = 10_240;

  /** What a new account may ask for; more is granted on request. */
  public static final int MEMORY_OF_ANY_ACCOUNT_MB = 3008;

  /** Of {@code /tmp}, which is also what a function gets that asks for none. */
  public static final int STORAGE_LEAST_MB = 512;

  public static final int STORAGE_MOST_MB = 10_240;
  public static final int TIMEOUT_MOST_SECONDS = 900;

  private Quotas() {}
}

package coldbench.aws;

import java.util.Set;
import java.util.function.DoubleSupplier;

/**
 * The standard mode of AWS's SDKs: three tries, a wait that doubles, drawn at random, and an
 * account that stops tries when most of them fail.
 *
 * <p>Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
final class Retries {
  static final int MOST_TRIES = 3;
  private static final int LONGEST_WAIT_MILLIS = 20_000;
  private static final int CAPACITY = 500;
  private static final int COST = 5;
  private static final int COST_OF_TIME = 10;

  private static final Set<String> THROTTLED =
      Set.of(
          "BandwidthLimitExceeded",
          "EC2ThrottledException",
          "LimitExceededException",
          "PriorRequestNotComplete",
          "ProvisionedThroughputExceededException",
          "RequestLimitExceeded",
          "RequestThrottled",
          "RequestThrottledException",
          "SlowDown",
          "ThrottledException",
          "Throttling",
          "ThrottlingException",
          "TooManyRequestsException",
          "TransactionInProgressException");
  private static final Set<String> TRANSIENT =
      Set.of("RequestTimeout", "RequestTimeoutException", "IDPCommunicationError");
  private static final Set<String> SKEWED =
      Set.of(
          "InvalidSignatureException",
          "RequestExpired",
          "RequestInTheFuture",
          "RequestTimeTooSkewed",
          "SignatureDoesNotMatch",
          "AuthFailure");

  private final DoubleSupplier random;
  private int balance = CAPACITY;

  /** Draws from 0 up to 1. */
  Retries(DoubleSupplier random) {
    this.random = random;
  }

  static boolean isWorthAnotherTry(int status, String code) {
    return THROTTLED.contains(code)
        || TRANSIENT.contains(code)
        || status == 429
        || status == 500
        || status == 502
        || status == 503
        || status == 504;
  }

  /** Whether it may be this machine's clock that is wrong. */
  static boolean mayBeTheClock(String code) {
    return SKEWED.contains(code);
  }

  /** Takes what another try costs; false if there is not so much left. */
  boolean pay(boolean outOfTime) {
    int cost = outOfTime ? COST_OF_TIME : COST;
    if (balance < cost) {
      return false;
    }
    balance -= cost;
    return true;
  }

  /** After a success: the price of its last other try comes back, or 1 if there was none. */
  void earn(int tries) {
    balance = Math.min(CAPACITY, balance + (tries > 1 ? COST : 1));
  }

  /** Before a try, {@code tries} after the first. */
  int waitMillis(int tries) {
    long most = Math.min(LONGEST_WAIT_MILLIS, 1000L << Math.min(tries - 1, 10));
    return (int) (random.getAsDouble() * most);
  }
}

package coldbench.deploy.machine;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.stepfunctions.JitterType;
import software.amazon.awscdk.services.stepfunctions.RetryProps;

/** What is tried again, and how patiently. A measured call's own error never is. */
final class Retries {
  /** Throttling and conflicts of the Lambda API. */
  static final RetryProps API =
      retry(
          8,
          20,
          "Lambda.TooManyRequestsException",
          "Lambda.ResourceConflictException",
          "Lambda.ServiceException",
          "Lambda.SdkClientException",
          "States.Timeout");

  /** The same while the configuration is restored: here giving up costs most. */
  static final RetryProps RESTORE =
      retry(
          10,
          30,
          "Lambda.TooManyRequestsException",
          "Lambda.ResourceConflictException",
          "Lambda.ServiceException",
          "Lambda.SdkClientException",
          "States.Timeout");

  /** A call that the function has not answered; a timeout is the function's and not among them. */
  static final RetryProps INVOKE =
      retry(
          8,
          20,
          "Lambda.TooManyRequestsException",
          "Lambda.ResourceConflictException",
          "Lambda.ServiceException",
          "Lambda.AWSLambdaException",
          "Lambda.ClientExecutionTimeoutException",
          "Lambda.SdkClientException");

  /** A version whose snapshot is not ready, although it was said to be. */
  static final RetryProps SNAPSHOT = retry(8, 20, "Lambda.SnapStartNotReadyException");

  /** Services whose errors have many names: S3's 500 and 503 arrive as S3.S3Exception. */
  static final RetryProps ANY = retry(5, 20, "States.TaskFailed", "States.Timeout");

  private Retries() {}

  private static RetryProps retry(int attempts, int maxDelaySeconds, String... errors) {
    return RetryProps.builder()
        .errors(List.of(errors))
        .interval(Duration.seconds(1))
        .backoffRate(2)
        .maxAttempts(attempts)
        .maxDelay(Duration.seconds(maxDelaySeconds))
        .jitterStrategy(JitterType.FULL)
        .build();
  }
}

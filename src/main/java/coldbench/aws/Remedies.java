package coldbench.aws;

import java.io.IOException;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Turns what the SDK throws into one line that says what to do. */
final class Remedies {
  private static final Set<String> EXPIRED =
      Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired", "TokenRefreshRequired");
  private static final Set<String> INVALID =
      Set.of(
          "InvalidClientTokenId",
          "UnrecognizedClientException",
          "SignatureDoesNotMatch",
          "InvalidAccessKeyId",
          "AuthFailure");
  private static final Set<String> DENIED =
      Set.of("AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "Forbidden");

  private Remedies() {}

  /**
   * Calls a service.
   *
   * @param what is being done, as in "cannot …"
   * @throws AccountException in place of whatever the SDK throws
   */
  static <T> T calling(String what, Supplier<T> call) {
    try {
      return call.get();
    } catch (AwsServiceException e) {
      throw new AccountException("cannot " + what + ": " + refused(e));
    } catch (SdkClientException e) {
      throw unreachable(what, e);
    }
  }

  private static String refused(AwsServiceException e) {
    String code =
        e.awsErrorDetails() == null ? "" : String.valueOf(e.awsErrorDetails().errorCode());
    String said = e.awsErrorDetails() == null ? e.getMessage() : e.awsErrorDetails().errorMessage();
    if (EXPIRED.contains(code)) {
      return "the credentials have expired, log in again (such as by 'aws sso login')";
    }
    if (INVALID.contains(code)) {
      return "AWS does not know these credentials (" + said + "): look at AWS_PROFILE and ~/.aws";
    }
    if (DENIED.contains(code) || e.statusCode() == 403) {
      return "the account does not allow it (" + said + "): ask for that permission";
    }
    return said + (code.isEmpty() ? "" : " (" + code + ")");
  }

  private static AccountException unreachable(String what, SdkClientException e) {
    String said = String.valueOf(e.getMessage());
    if (said.contains("credentials")) {
      return new AccountException(
          "cannot "
              + what
              + ": there are no AWS credentials, log in (such as by 'aws sso login') or set"
              + " AWS_PROFILE");
    }
    if (said.contains("region")) {
      return new AccountException(
          "cannot " + what + ": no region is set, set AWS_REGION or give the profile one");
    }
    boolean network = causedByNetwork(e);
    return new AccountException(
        "cannot " + what + ": " + (network ? "AWS cannot be reached (" + said + ")" : said),
        network);
  }

  private static boolean causedByNetwork(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }
}

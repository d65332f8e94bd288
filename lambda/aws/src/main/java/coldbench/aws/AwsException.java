package coldbench.aws;

import java.io.IOException;

/** A service has answered, but not as it was asked. */
public final class AwsException extends IOException {
  private static final long serialVersionUID = 1;
  private final String code;
  private final int status;
  private final String requestId;

  AwsException(String what, int status, ErrorAnswer answer) {
    super(
        what
            + ": "
            + answer.code()
            + (answer.message().isEmpty() ? "" : ": " + answer.message())
            + " (status "
            + status
            + ", request id "
            + answer.requestId()
            + ")");
    this.code = answer.code();
    this.status = status;
    this.requestId = answer.requestId();
  }

  /** AWS's name for it, such as {@code ConditionalCheckFailedException} or {@code NoSuchKey}. */
  public String code() {
    return code;
  }

  /** That of HTTP. */
  public int status() {
    return status;
  }

  /** What AWS's support asks for; {@code none} if there was none. */
  public String requestId() {
    return requestId;
  }
}

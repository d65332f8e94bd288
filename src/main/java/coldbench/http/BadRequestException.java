package coldbench.http;

/** A client sent what is not HTTP/1.1, or more than is read. */
public final class BadRequestException extends Exception {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String reason;

  BadRequestException(int status, String reason) {
    super(reason);
    this.status = status;
    this.reason = reason;
  }

  public BadRequestException(String reason) {
    this(400, reason);
  }

  /** 400, 413 for a body that is too large, 431 for a head that is. */
  public int status() {
    return status;
  }

  public String reason() {
    return reason;
  }
}

package coldbench.emulator.runtimeapi;

/** A runtime sent what is not HTTP/1.1, or more than Lambda takes. */
final class BadRequestException extends Exception {
  private static final long serialVersionUID = 1;

  private final String reason;

  BadRequestException(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}

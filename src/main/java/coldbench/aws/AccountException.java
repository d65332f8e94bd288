package coldbench.aws;

/** What an account refused or could not do, in one line, with what to do about it. */
public final class AccountException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean connectionLost;

  AccountException(String message) {
    this(message, false);
  }

  AccountException(String message, boolean connectionLost) {
    super(message);
    this.connectionLost = connectionLost;
  }

  /** Whether trying again may help by itself: nothing was refused, nobody was reached. */
  public boolean connectionLost() {
    return connectionLost;
  }
}

package coldbench.https;

import java.io.IOException;

/**
 * The server is not the one that was wanted, or does not speak TLS 1.3 or 1.2 as it must: its
 * certificate, an alert, a record that was changed, a stream that was cut short.
 */
public final class TlsException extends IOException {
  private static final long serialVersionUID = 1;

  TlsException(String message) {
    super(message);
  }
}

package coldbench.runtime;

import java.io.IOException;

/** The other side does not speak HTTP/1.1 as this runtime understands it. */
final class HttpException extends IOException {
  private static final long serialVersionUID = 1;

  HttpException(String message) {
    super(message);
  }
}

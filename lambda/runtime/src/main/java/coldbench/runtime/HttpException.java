package coldbench.runtime;

import java.io.IOException;

/** The other side does not speak HTTP/1.1 as {@link HttpReader} understands it. */
public final class HttpException extends IOException {
  private static final long serialVersionUID = 1;

  HttpException(String message) {
    super(message);
  }
}

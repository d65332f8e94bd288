package coldbench.https;

import coldbench.runtime.Clock;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** A TCP socket below an SSLSocket: it ends reads in time, and tells whether TCP has ended. */
final class LimitedSocket extends Socket {
  private final Clock clock;
  private int silenceMillis;
  private long endNanos;
  private boolean ended;

  LimitedSocket(Clock clock) {
    this.clock = clock;
  }

  void limit(int silenceMillis, long endNanos) {
    this.silenceMillis = silenceMillis;
    this.endNanos = endNanos;
  }

  /** For a read that only looks whether there is something: no byte for a millisecond ends it. */
  void look() {
    limit(1, clock.nanoTime() + 1_000_000_000L);
  }

  /** Whether the other side has closed the connection below TLS. */
  boolean hasEnded() {
    return ended;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new FilterInputStream(super.getInputStream()) {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        int millis = Tls.millisUntil(endNanos, silenceMillis, clock);
        if (millis == 0) {
          throw new SocketTimeoutException("out of time");
        }
        setSoTimeout(millis);
        int n = in.read(target, offset, length);
        ended |= n < 0;
        return n;
      }
    };
  }
}

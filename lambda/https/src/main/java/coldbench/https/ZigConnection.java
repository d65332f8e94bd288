package coldbench.https;

import coldbench.runtime.Clock;
import java.io.IOException;
import org.teavm.interop.Address;

/** A connection that zig holds. */
final class ZigConnection implements Connection {
  private final Address handle;
  private final String peer;
  private final Clock clock;
  private int silenceMillis;
  private long endNanos;
  private boolean open = true;

  ZigConnection(Address handle, String peer, Clock clock) {
    this.handle = handle;
    this.peer = peer;
    this.clock = clock;
  }

  @Override
  public void limit(int silenceMillis, long endNanos) {
    this.silenceMillis = silenceMillis;
    this.endNanos = endNanos;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int millis = Tls.millisUntil(endNanos, silenceMillis, clock);
    int n = ZigTls.C.read(handle, Address.ofData(target).add(offset), length, millis);
    if (n < 0) {
      throw ZigTls.failure(n, peer);
    }
    return n == 0 ? -1 : n;
  }

  @Override
  public void write(byte[] source, int offset, int length) throws IOException {
    int millis = Tls.millisUntil(endNanos, silenceMillis, clock);
    int code = ZigTls.C.write(handle, Address.ofData(source).add(offset), length, millis);
    if (code < 0) {
      throw ZigTls.failure(code, peer);
    }
  }

  @Override
  public boolean isAlive() {
    return ZigTls.C.idle(handle) == 1;
  }

  @Override
  public void close() {
    if (open) {
      open = false;
      ZigTls.C.close(handle);
    }
  }
}

package coldbench.https;

import coldbench.runtime.Clock;
import java.io.IOException;
import org.teavm.interop.PlatformMarker;
import org.teavm.interop.Platforms;

/** TLS as a client, with the roots it trusts. */
abstract class Tls {
  /**
   * That of this process: zig's when compiled to C, else the JVM's.
   *
   * @throws TlsException if the roots cannot be read
   */
  static Tls trusting(Trust trust, Clock clock) throws IOException {
    return isCompiledToC() ? ZigTls.trusting(trust, clock) : JvmTls.trusting(trust, clock);
  }

  /** TeaVM answers true at compile time, so that the other branch is not compiled in. */
  @PlatformMarker(Platforms.C)
  private static boolean isCompiledToC() {
    return false;
  }

  /** Resolves the name, connects, and has the server prove who it is, all within the time. */
  abstract Connection open(String host, int port, int millis) throws IOException;

  /** What is left until a time, at most {@code most}, at least 0. */
  static int millisUntil(long endNanos, int most, Clock clock) {
    long left = (endNanos - clock.nanoTime()) / 1_000_000;
    return (int) Math.max(0, Math.min(most, left));
  }
}

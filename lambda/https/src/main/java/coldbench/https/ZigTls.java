package coldbench.https;

import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.runtime.Clock;
import java.io.IOException;
import java.util.Arrays;
import org.teavm.interop.Address;
import org.teavm.interop.Import;
import org.teavm.interop.c.Include;

/**
 * zig's TLS client. Java arrays are handed to it where they lie: the collector moves nothing while
 * a call lasts.
 */
final class ZigTls extends Tls {
  private static final int NETWORK = -1;
  private static final int TIME = -2;
  private static final int FAULT = -4;

  private final Address roots;
  private final Clock clock;

  private ZigTls(Address roots, Clock clock) {
    this.roots = roots;
    this.clock = clock;
  }

  static Tls trusting(Trust trust, Clock clock) throws IOException {
    Address roots;
    if (trust instanceof Trust.PemFile file) {
      roots = C.trustFile(Address.ofData(cString(file.path())));
    } else if (trust instanceof Trust.Pem pem) {
      byte[] text = pem.text().getBytes(UTF_8);
      roots = C.trust(Address.ofData(text), text.length);
    } else {
      roots = C.trust(Address.fromLong(0), 0);
    }
    if (roots.toLong() == 0) {
      throw new TlsException("the roots to trust cannot be used: " + message());
    }
    return new ZigTls(roots, clock);
  }

  @Override
  Connection open(String host, int port, int millis) throws IOException {
    byte[] name = cString(host);
    Address handle = C.open(Address.ofData(name), port, roots, millis);
    String peer = host + ":" + port;
    if (handle.toLong() == 0) {
      throw failure(C.failure(), peer);
    }
    return new ZigConnection(handle, peer, clock);
  }

  /** The exception for what the last call returned. */
  static IOException failure(int code, String peer) {
    return switch (code) {
      case NETWORK -> new IOException(peer + ": " + message());
      case TIME -> new TimeLimitException(peer + ": out of time while " + message());
      case FAULT -> new TlsException(peer + ": the server sent what breaks the rules of TLS");
      default -> new TlsException(peer + ": " + message());
    };
  }

  private static String message() {
    Address at = C.message();
    StringBuilder text = new StringBuilder();
    for (int c = at.getByte(); c != 0; at = at.add(1), c = at.getByte()) {
      text.append((char) (c & 0x7F));
    }
    return text.toString();
  }

  private static byte[] cString(String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    return Arrays.copyOf(utf8, utf8.length + 1);
  }

  /** coldbench-tls.zig by name. */
  @Include(value = "coldbench-tls.h", isSystem = false)
  static final class C {
    private C() {}

    @Import(name = "coldbench_tls_trust")
    static native Address trust(Address pem, int length);

    @Import(name = "coldbench_tls_trust_file")
    static native Address trustFile(Address path);

    @Import(name = "coldbench_tls_open")
    static native Address open(Address host, int port, Address roots, int millis);

    @Import(name = "coldbench_tls_read")
    static native int read(Address connection, Address target, int length, int millis);

    @Import(name = "coldbench_tls_write")
    static native int write(Address connection, Address source, int length, int millis);

    @Import(name = "coldbench_tls_idle")
    static native int idle(Address connection);

    @Import(name = "coldbench_tls_close")
    static native int close(Address connection);

    @Import(name = "coldbench_tls_failure")
    static native int failure();

    @Import(name = "coldbench_tls_message")
    static native Address message();
  }
}

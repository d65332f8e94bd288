package coldbench.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.teavm.interop.Address;
import org.teavm.interop.Function;
import org.teavm.interop.Unmanaged;

/**
 * The machine as libc sees it. Java arrays are handed to libc where they lie: the collector moves
 * nothing between two allocations.
 */
final class LibcPlatform extends Platform {
  private final long[] timespec = new long[2];
  private boolean hasTraceId;

  /** What a function prints to System.out goes out line by line, as its log does. */
  LibcPlatform() {
    Libc.Stdio.setvbuf(Libc.Stdio.stdout(), Address.fromLong(0), Libc.LINE_BUFFERED, 1024);
  }

  @Override
  public long epochMillis() {
    Libc.Time.clockGettime(Libc.CLOCK_REALTIME, Address.ofData(timespec));
    return timespec[0] * 1_000 + timespec[1] / 1_000_000;
  }

  @Override
  public long nanoTime() {
    Libc.Time.clockGettime(Libc.CLOCK_MONOTONIC, Address.ofData(timespec));
    return timespec[0] * 1_000_000_000 + timespec[1];
  }

  @Override
  Optional<String> environment(String name) {
    Address value = Libc.Stdlib.getenv(Address.ofData(cString(name)));
    return value.toLong() == 0 ? Optional.empty() : Optional.of(javaString(value));
  }

  @Override
  void publishTraceId(Optional<String> traceId) {
    if (traceId.isPresent() || hasTraceId) {
      byte[] name = cString("_X_AMZN_TRACE_ID");
      byte[] value = cString(traceId.orElse(""));
      Libc.Stdlib.setenv(Address.ofData(name), Address.ofData(value), 1);
      hasTraceId = traceId.isPresent();
    }
  }

  @Override
  Transport connect(String host, int port) throws IOException {
    return LibcTransport.connect(host, port);
  }

  @Override
  void print(byte[] text, int length) {
    int done = 0;
    while (done < length) {
      int n = Libc.Unistd.write(Libc.STDOUT, Address.ofData(text).add(done), length - done);
      if (n > 0) {
        done += n;
      } else if (n == 0 || errno() != Libc.EINTR) {
        return; // nobody reads the log; the invocation matters more
      }
    }
  }

  /** As process 1 of a container SIGTERM would be ignored without a handler. */
  @Override
  void exitOnSigterm() {
    Libc.Signal.signal(
        Libc.SIGTERM, Function.get(Libc.SignalHandler.class, LibcPlatform.class, "endAtOnce"));
  }

  @Unmanaged
  static void endAtOnce(int signal) {
    Libc.Unistd.exit(0);
  }

  @Override
  void exit(int code) {
    Libc.Stdio.fflush(Libc.Stdio.stdout());
    Libc.Unistd.exit(code);
  }

  static int errno() {
    return Libc.Errno.location().getInt();
  }

  static String errorMessage(int errno) {
    return javaString(Libc.Strings.strerror(errno));
  }

  static byte[] cString(String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    return Arrays.copyOf(utf8, utf8.length + 1);
  }

  static String javaString(Address text) {
    byte[] utf8 = new byte[Libc.Strings.strlen(text)];
    for (int i = 0; i < utf8.length; i++) {
      utf8[i] = text.add(i).getByte();
    }
    return new String(utf8, UTF_8);
  }
}

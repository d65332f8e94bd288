package coldbench.runtime;

import java.io.IOException;
import java.util.Optional;
import org.teavm.interop.PlatformMarker;
import org.teavm.interop.Platforms;

/** What the runtime asks of the machine below it: libc when compiled to C, else the JVM. */
abstract class Platform implements Clock {
  static Platform current() {
    return isCompiledToC() ? new LibcPlatform() : new JvmPlatform();
  }

  /** TeaVM answers true at compile time, so that the other branch is not compiled in. */
  @PlatformMarker(Platforms.C)
  static boolean isCompiledToC() {
    return false;
  }

  abstract Optional<String> environment(String name);

  /** Makes the trace id visible to what runs in this process; empty where there is none. */
  abstract void publishTraceId(Optional<String> traceId);

  abstract Transport connect(String host, int port) throws IOException;

  /** Writes to stdout at once. */
  abstract void print(byte[] text, int length);

  /** From now on SIGTERM ends the process at once with exit code 0. */
  abstract void exitOnSigterm();

  abstract void exit(int code);
}

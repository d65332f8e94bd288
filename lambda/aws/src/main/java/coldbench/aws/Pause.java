package coldbench.aws;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.teavm.interop.Address;
import org.teavm.interop.Import;
import org.teavm.interop.PlatformMarker;
import org.teavm.interop.Platforms;
import org.teavm.interop.c.Include;

/**
 * Waits, where a thread cannot: Thread.sleep would make every caller of it a coroutine natively.
 */
@FunctionalInterface
interface Pause {
  void of(int millis) throws IOException;

  static Pause current() {
    return isCompiledToC() ? Poll::sleep : Pause::sleep;
  }

  /** TeaVM answers true at compile time, so that the other branch is not compiled in. */
  @PlatformMarker(Platforms.C)
  private static boolean isCompiledToC() {
    return false;
  }

  private static void sleep(int millis) throws IOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for another try");
    }
  }

  /** libc. */
  @Include("poll.h")
  final class Poll {
    private Poll() {}

    static void sleep(int millis) {
      poll(Address.fromLong(0), 0, millis);
    }

    @Import(name = "poll")
    private static native int poll(Address descriptors, int count, int millis);
  }
}

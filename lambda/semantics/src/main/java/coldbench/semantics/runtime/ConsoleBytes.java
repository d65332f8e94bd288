package coldbench.semantics.runtime;

import org.teavm.interop.Address;
import org.teavm.interop.Import;
import org.teavm.interop.StaticInit;

/** What System.out and System.err print, each to its own file; TeaVM prints both to the first. */
@StaticInit
public final class ConsoleBytes {
  private static final int STDOUT = 1;
  private static final int STDERR = 2;

  private ConsoleBytes() {}

  public static void writeStdout(byte[] bytes, int offset, int length) {
    print(STDOUT, Address.ofData(bytes).add(offset), length);
  }

  public static void writeStderr(byte[] bytes, int offset, int length) {
    print(STDERR, Address.ofData(bytes).add(offset), length);
  }

  @Import(name = "coldbench_print")
  private static native void print(int file, Address bytes, int length);
}

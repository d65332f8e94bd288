package coldbench.semantics.runtime;

import org.teavm.interop.Address;
import org.teavm.interop.Import;
import org.teavm.interop.StaticInit;
import org.teavm.runtime.Fiber;

/**
 * Runs main. What it throws goes to standard error as on a JVM, and ends the process with 1; what
 * was printed before is kept. Source:
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/lang/ThreadGroup.html#uncaughtException(java.lang.Thread,java.lang.Throwable)
 */
@StaticInit
public final class MainProgram {
  private MainProgram() {}

  static void startMain(String[] args) {
    try {
      Fiber.runMain(args);
    } catch (Throwable uncaught) {
      fail(uncaught);
    }
  }

  private static void fail(Throwable uncaught) {
    print("Exception in thread \"main\" ");
    try {
      StackTraces.print(MainProgram::print, uncaught);
    } catch (Throwable unprintable) { // its toString, or no heap is left for it
      print(uncaught.getClass().getName());
      print("\n");
    }
    failed();
  }

  private static void print(String text) {
    printError(Address.ofObject(text));
  }

  @Import(name = "coldbench_printError")
  private static native void printError(Address text);

  /** Ends the process. */
  @Import(name = "coldbench_failed")
  private static native void failed();
}

package coldbench.semantics.library.io;

/** Numbers as the classes of these numbers write them. */
public final class PrintStream {
  private PrintStream() {}

  private static java.io.PrintStream it(Object receiver) {
    return (java.io.PrintStream) receiver;
  }

  public void print(double d) {
    it(this).print(Double.toString(d));
  }

  public void print(float f) {
    it(this).print(Float.toString(f));
  }

  public void println(double d) {
    it(this).println(Double.toString(d));
  }

  public void println(float f) {
    it(this).println(Float.toString(f));
  }
}

package coldbench.semantics.runtime;

import java.io.PrintStream;
import java.io.PrintWriter;
import org.teavm.interop.StaticInit;

/**
 * Stack traces as a JVM gives and prints them. Source:
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/lang/Throwable.html#printStackTrace()
 */
@StaticInit
public final class StackTraces {
  /** Where the text goes, piece by piece. */
  interface Output {
    void text(String piece);
  }

  private StackTraces() {}

  /** Without the frames that made the exception itself and those of the runtime. */
  public static StackTraceElement[] ofTheProgram(StackTraceElement[] trace, Throwable thrown) {
    int from = 0;
    while (from < trace.length && isMaking(trace[from], thrown.getClass())) {
      from++;
    }
    int to = trace.length;
    while (to > from && trace[to - 1].getClassName().equals("org.teavm.runtime.Fiber")) {
      to--;
    }
    if (from == 0 && to == trace.length) {
      return trace;
    }
    StackTraceElement[] rest = new StackTraceElement[to - from];
    for (int i = from; i < to; i++) {
      rest[i - from] = trace[i];
    }
    return rest;
  }

  private static boolean isMaking(StackTraceElement frame, Class<?> thrown) {
    if (frame.getClassName().startsWith("coldbench.semantics.runtime.")) {
      return true;
    }
    String method = frame.getMethodName();
    if (!method.equals("<init>") && !method.equals("fillInStackTrace")) {
      return false;
    }
    for (Class<?> type = thrown; type != null; type = type.getSuperclass()) {
      if (type.getName().equals(frame.getClassName())) {
        return true;
      }
    }
    return false;
  }

  /** Throwable.printStackTrace. */
  public void printStackTrace(PrintStream out) {
    printTo(out, (Throwable) (Object) this);
  }

  /** Throwable.printStackTrace. */
  public void printStackTrace(PrintWriter out) {
    printTo(out, (Throwable) (Object) this);
  }

  static void printTo(PrintStream out, Throwable thrown) {
    print(out::print, thrown);
  }

  static void printTo(PrintWriter out, Throwable thrown) {
    print(out::print, thrown);
  }

  static void print(Output out, Throwable thrown) {
    print(out, thrown, null, 0, "");
  }

  private static void print(
      Output out, Throwable thrown, StackTraceElement[] around, int depth, String as) {
    line(out, depth, as, thrown.toString(), "");
    StackTraceElement[] trace = thrown.getStackTrace();
    int inCommon = around == null ? 0 : framesInCommon(trace, around);
    for (int i = 0; i < trace.length - inCommon; i++) {
      line(out, depth, "\tat ", trace[i].toString(), "");
    }
    if (inCommon > 0) {
      line(out, depth, "\t... ", Integer.toString(inCommon), " more");
    }
    for (Throwable suppressed : thrown.getSuppressed()) {
      print(out, suppressed, trace, depth + 1, "Suppressed: ");
    }
    Throwable cause = thrown.getCause();
    if (cause != null && cause != thrown) {
      print(out, cause, trace, depth, "Caused by: ");
    }
  }

  private static void line(Output out, int depth, String as, String text, String after) {
    for (int i = 0; i < depth; i++) {
      out.text("\t");
    }
    String[] parts = {as, text, after, "\n"};
    for (String part : parts) {
      out.text(part);
    }
  }

  private static int framesInCommon(StackTraceElement[] trace, StackTraceElement[] around) {
    int common = 0;
    while (common < trace.length
        && common < around.length
        && trace[trace.length - 1 - common].equals(around[around.length - 1 - common])) {
      common++;
    }
    return common;
  }
}

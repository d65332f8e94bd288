package coldbench.differential.library;

import java.util.ArrayList;
import java.util.List;

/**
 * Sequences of calls on one object each: a line for every call, with its result or what it threw,
 * the receiver afterwards and what was handed in.
 */
final class Sequences {
  /** What the line of a new object has in place of a method. */
  static final String MADE = "new";

  private static final int LONGEST = 6;

  private Sequences() {}

  /**
   * @param calls of each method, more or less
   */
  static void run(Suite suite, long seed, int calls) {
    int count = 1 + suite.methods().length * calls * 2 / (1 + LONGEST);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < count; i++) {
      long own = (seed * 1000003 + i) * 0x9e3779b97f4a7c15L + suite.type().hashCode();
      one(suite, i, new Draw(own), out);
      System.out.print(out);
      System.out.flush();
      out.setLength(0);
    }
  }

  private static void one(Suite suite, int number, Draw draw, StringBuilder out) {
    String[] methods = suite.methods();
    Object receiver = null;
    try {
      receiver = suite.make(draw);
      line(out, suite, number, MADE, Describe.isLasting(receiver) ? Describe.of(receiver) : "");
    } catch (Throwable e) {
      line(out, suite, number, MADE, "! " + e.getClass().getName());
    }
    List<Object> below = new ArrayList<>(draw.handedIn);
    for (int calls = methods.length == 0 ? 0 : 1 + draw.below(LONGEST); calls > 0; calls--) {
      int method = draw.below(methods.length);
      line(out, suite, number, methods[method], call(suite, method, receiver, below, draw));
    }
  }

  private static String call(
      Suite suite, int method, Object receiver, List<Object> below, Draw draw) {
    draw.handedIn.clear();
    draw.noted.setLength(0);
    StringBuilder line = new StringBuilder(result(suite, method, receiver, draw));
    if (receiver != null && Describe.isLasting(receiver)) {
      line.append(" | ").append(Describe.of(receiver));
    }
    for (Object part : below) {
      line.append(" < ").append(Describe.isLasting(part) ? Describe.of(part) : "");
    }
    for (Object argument : draw.handedIn) {
      line.append(" & ").append(Describe.isLasting(argument) ? Describe.of(argument) : "");
    }
    if (draw.noted.length() > 0) {
      line.append(" # ").append(draw.noted);
    }
    return line.toString();
  }

  private static String result(Suite suite, int method, Object receiver, Draw draw) {
    try {
      Object value = suite.call(method, receiver, draw);
      return value == receiver && value != null ? "this" : Describe.of(value);
    } catch (Throwable e) {
      return "! " + e.getClass().getName();
    }
  }

  private static void line(StringBuilder out, Suite suite, int number, String what, String found) {
    out.append(suite.type()).append(' ').append(number).append(' ').append(what);
    out.append(" = ").append(found).append('\n');
  }
}

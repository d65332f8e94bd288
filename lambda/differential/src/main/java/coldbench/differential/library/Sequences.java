package coldbench.differential.library;

/**
 * Sequences of calls on one object each: a line for every call, with its result or what it threw,
 * the receiver afterwards and what was handed in.
 */
final class Sequences {
  /** What the line of a new object has in place of a method. */
  static final String MADE = "new";

  private static final int LONGEST = 6;

  private Sequences() {}

  static void run(Suite suite, long seed, int count) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < count; i++) {
      long own = (seed * 1000003 + i) * 0x9e3779b97f4a7c15L + suite.type().hashCode();
      one(suite, i, new Draw(own), out);
      if (out.length() > 30000) {
        System.out.print(out);
        out.setLength(0);
      }
    }
    System.out.print(out);
    System.out.flush();
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
    for (int calls = methods.length == 0 ? 0 : 1 + draw.below(LONGEST); calls > 0; calls--) {
      int method = draw.below(methods.length);
      draw.handedIn.clear();
      draw.noted.setLength(0);
      String result;
      try {
        Object value = suite.call(method, receiver, draw);
        result = value == receiver && value != null ? "this" : Describe.of(value);
      } catch (Throwable e) {
        result = "! " + e.getClass().getName();
      }
      StringBuilder line = new StringBuilder(result);
      if (receiver != null && Describe.isLasting(receiver)) {
        line.append(" | ").append(Describe.of(receiver));
      }
      for (Object argument : draw.handedIn) {
        line.append(" & ").append(Describe.isLasting(argument) ? Describe.of(argument) : "");
      }
      if (draw.noted.length() > 0) {
        line.append(" # ").append(draw.noted);
      }
      line(out, suite, number, methods[method], line.toString());
    }
  }

  private static void line(StringBuilder out, Suite suite, int number, String what, String found) {
    out.append(suite.type()).append(' ').append(number).append(' ').append(what);
    out.append(" = ").append(found).append('\n');
  }
}

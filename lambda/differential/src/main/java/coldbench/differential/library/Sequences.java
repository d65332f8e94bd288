package coldbench.differential.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

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
   * Prints what is called before it is, so that it is known where the program ended.
   *
   * @param args the first suite, its first sequence, the seed, how many calls of each method there
   *     are, more or less, and the sequences to be left out, as suite/sequence
   */
  static void run(Suite suite, int number, int first, String[] args) {
    long seed = Long.parseLong(args[2]);
    int count = 1 + suite.methods().length * Integer.parseInt(args[3]) * 2 / (1 + LONGEST);
    Set<String> without = Set.copyOf(Arrays.asList(args).subList(4, args.length));
    System.out.println("== " + number);
    for (int i = first; i < count; i++) {
      long own = (seed * 1000003 + i) * 0x9e3779b97f4a7c15L + suite.type().hashCode();
      if (!without.contains(number + "/" + i)) {
        one(suite, suite.type() + " " + i + " ", new Draw(own));
      }
    }
  }

  private static void one(Suite suite, String start, Draw draw) {
    String[] methods = suite.methods();
    Object receiver = null;
    begin(start, MADE);
    try {
      receiver = suite.make(draw);
      System.out.println(Describe.isLasting(receiver) ? Describe.of(receiver) : "");
    } catch (Throwable e) {
      System.out.println("! " + e.getClass().getName());
    }
    List<Object> below = new ArrayList<>(draw.handedIn);
    for (int calls = methods.length == 0 ? 0 : 1 + draw.below(LONGEST); calls > 0; calls--) {
      int method = draw.below(methods.length);
      begin(start, methods[method]);
      System.out.println(call(suite, method, receiver, below, draw));
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

  private static void begin(String start, String what) {
    System.out.print(start + what + " = ");
    System.out.flush();
  }
}

package coldbench.differential;

import java.util.ArrayList;
import java.util.List;

/**
 * A stack too deep and a heap too full throw, can be caught, and leave a working program (JVMS
 * 6.3).
 */
final class DepthCases {
  private DepthCases() {}

  static void run(Cases cases) {
    for (int i = 0; i < 20; i++) {
      cases.add("endless recursion", () -> forever(0));
      cases.add("deep recursion", () -> deep(2000));
      cases.add("caught below", () -> caught());
      cases.add("finally below", () -> unwound(new int[1]));
    }
    cases.add(
        "list in itself",
        () -> {
          List<Object> l = new ArrayList<>();
          l.add(l);
          return l.hashCode();
        });
    cases.add("nested lists", () -> nested(200_000).toString().length());
    cases.add("array beyond any heap", () -> new long[Integer.MAX_VALUE - 8].length);
    cases.add("full heap", () -> full().getClass());
    cases.add("after", () -> new int[1000].length);
  }

  private static long forever(long n) {
    return forever(n + 1) * 31 + new long[] {n}[0];
  }

  private static int deep(int n) {
    return n == 0 ? 0 : deep(n - 1) + new int[] {n}.length;
  }

  private static String caught() {
    try {
      return "" + forever(0);
    } catch (StackOverflowError e) {
      return "caught " + (e.getStackTrace().length >= 0) + deep(100);
    }
  }

  private static int unwound(int[] depth) {
    try {
      depth[0]++;
      return unwound(depth) + 1;
    } finally {
      depth[0]--;
    }
  }

  private static Object nested(int depth) {
    Object inner = "";
    for (int i = 0; i < depth; i++) {
      inner = List.of(inner);
    }
    return inner;
  }

  private static Object full() {
    List<Object> all = new ArrayList<>();
    while (true) {
      all.add(new long[1 << 20]);
    }
  }
}

package coldbench.differential;

import java.util.ArrayList;
import java.util.List;

/** The order of finally, of try-with-resources, and what is caught where (JLS 11, 14.20). */
final class ExceptionCases {
  private ExceptionCases() {}

  static final class Failed extends Exception {
    Failed(String message) {
      super(message);
    }
  }

  static void run(Cases cases) {
    for (int where = 0; where < 6; where++) {
      int n = where;
      cases.add("finally " + n, () -> inFinally(n));
      cases.add("returned " + n, () -> returned(n));
      cases.add("resources " + n, () -> resources(n));
      cases.add("nested " + n, () -> nested(n));
      cases.add("loop " + n, () -> loop(n));
      cases.add("rethrown " + n, () -> rethrown(n));
      cases.add("locals " + n, () -> locals(n));
      cases.add("locked " + n, () -> locked(n));
      cases.add("implicit " + n, () -> caught(n));
    }
    cases.add("message", () -> new Failed("m").getMessage() + new Failed("m"));
    cases.add("cause", () -> new IllegalStateException("m", new Failed("c")).getCause());
    cases.add("cause's message", () -> new RuntimeException(new Failed("c")).getMessage());
    cases.add("no message", () -> new RuntimeException().getMessage());
  }

  private static void fail(int n, int when) throws Failed {
    if (n == when) {
      throw new Failed("at " + when);
    }
  }

  private static String inFinally(int n) {
    StringBuilder trace = new StringBuilder();
    try {
      try {
        trace.append('a');
        fail(n, 0);
        trace.append('b');
      } catch (Failed e) {
        trace.append('c');
        fail(n, 0);
      } finally {
        trace.append('d');
        fail(n, 1);
        trace.append('e');
      }
    } catch (Failed e) {
      trace.append(e.getMessage());
    }
    return trace.toString();
  }

  @SuppressWarnings("Finally")
  private static int returned(int n) throws Failed {
    int value = 1;
    for (int i = 0; i < 3; i++) {
      try {
        value += i;
        fail(n, i);
        if (n == 4) {
          return value;
        }
      } catch (Failed e) {
        value *= 10;
        if (n == 1) {
          continue;
        }
        return value;
      } finally {
        value += 100;
        if (n == 5) {
          break;
        }
      }
    }
    return value;
  }

  private static AutoCloseable resource(String name, int n, int when, List<String> trace)
      throws Failed {
    trace.add("open " + name);
    fail(n, when);
    return () -> {
      trace.add("close " + name);
      fail(n, when + 1);
    };
  }

  private static String resources(int n) {
    List<String> trace = new ArrayList<>();
    try (AutoCloseable a = resource("a", n, 0, trace);
        AutoCloseable b = resource("b", n, 2, trace)) {
      trace.add((a == b) + "");
      fail(n, 4);
      fail(n == 5 ? 1 : n, n == 5 ? 1 : -1);
    } catch (Exception e) {
      trace.add(e.getMessage() + " suppressed " + e.getSuppressed().length);
    } finally {
      trace.add("finally");
    }
    return trace.toString();
  }

  private static String nested(int n) {
    StringBuilder trace = new StringBuilder();
    try {
      try {
        try {
          Object o = n == 0 ? null : n == 1 ? "s" : 5;
          trace.append((Integer) o / (n - 2));
        } catch (ArithmeticException e) {
          trace.append("arithmetic");
          throw new IllegalStateException(e);
        } finally {
          trace.append("|");
        }
      } catch (ClassCastException | NullPointerException e) {
        trace.append(e.getClass().getName());
      }
    } catch (RuntimeException e) {
      trace.append(e.getCause());
    }
    return trace.toString();
  }

  private static int loop(int n) {
    int count = 0;
    for (int i = 0; i < 1000; i++) {
      try {
        count += i / (i % (n + 1));
      } catch (ArithmeticException e) {
        count--;
      }
    }
    return count;
  }

  private static String rethrown(int n) throws Failed {
    try {
      fail(n, 3);
    } catch (Exception e) {
      throw e;
    }
    Runnable runnable =
        () -> {
          throw new UnsupportedOperationException();
        };
    if (n == 4) {
      runnable.run();
    }
    return "none";
  }

  private static String locals(int n) {
    int a = n;
    String s = "start";
    long[] kept = {1};
    try {
      a = 10;
      s = "middle";
      kept = new long[] {2};
      a += new int[n][4 - n].length;
      s = "end" + new int[3][3 - n].length;
      kept = new long[n - 2];
    } catch (RuntimeException e) {
      return a + s + kept[0] + e.getClass().getName();
    }
    return a + s + kept.length;
  }

  private static final Object LOCK = new Object();

  private static String locked(int n) {
    int depth = 0;
    try {
      synchronized (LOCK) {
        depth++;
        synchronized (n == 2 ? "other" : LOCK) {
          depth += 10 / (n - 3);
        }
      }
    } catch (ArithmeticException e) {
      depth = -depth;
    }
    return depth + " " + new StringBuffer().append(n);
  }

  private static String caught(int n) {
    int[] empty = {};
    try {
      switch (n) {
        case 0 -> empty[0]++;
        case 1 -> "x".charAt(5);
        case 2 -> ((List<?>) (Object) "x").clear();
        case 3 -> new int[-n].clone();
        case 4 -> throw new Error("own");
        default -> Integer.parseInt("x");
      }
    } catch (IndexOutOfBoundsException e) {
      return "index";
    } catch (ClassCastException | NegativeArraySizeException e) {
      return "cast or size";
    } catch (IllegalArgumentException e) {
      return "argument " + (e instanceof NumberFormatException);
    } catch (Throwable e) {
      return "throwable " + e.getMessage();
    }
    return "none";
  }
}

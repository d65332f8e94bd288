package coldbench.differential;

/** The arguments that generated methods are called with, row by row, and their calls. */
final class Arguments {
  interface Program {
    void run(int method, int row);
  }

  private static final int ROWS = 40;
  private static final int TABLED = 12; // rows of chosen arguments; the others are random
  private static final int[] INTS = {
    0, 1, -1, 2, 31, 33, 100, -7, Integer.MIN_VALUE, Integer.MAX_VALUE, 65536, 7
  };
  private static final long[] LONGS = {
    0, 1, -1, 63, 1L << 33, -5, Long.MIN_VALUE, Long.MAX_VALUE, 0xffffffffL, 12, 4
  };
  private static final double[] DOUBLES = {
    0.0, -0.0, 1.5, -2.5, 1e10, Double.NaN, 1e300, Double.NEGATIVE_INFINITY, 3, 1e-310, -1e19
  };
  private static final String[] STRINGS = {"", "a", "Aa", "BB", "12", "-7", null, "hello", "b"};
  private static final Cases CASES = new Cases();

  private Arguments() {}

  /**
   * Every method with every row; or, of arguments {@code class method row}, only that, in steps.
   */
  static void all(String name, int methods, Program program, String[] args) {
    for (int method = 0; method < methods; method++) {
      for (int row = 0; row < ROWS; row++) {
        if (args.length == 0) {
          one(name, method, row, program);
        } else if (args[0].equals(name)
            && args[1].equals("" + method)
            && args[2].equals("" + row)) {
          Trace.verbose = true;
          one(name, method, row, program);
        }
      }
    }
  }

  static void end() {
    CASES.flush();
  }

  private static void one(String name, int method, int row, Program program) {
    CASES.add(
        name + " " + method + " " + row,
        () -> {
          Trace.start();
          String end = "";
          try {
            program.run(method, row);
          } catch (Throwable e) {
            end = " ! " + e.getClass().getName();
          }
          return Long.toHexString(Trace.hash()) + end;
        });
  }

  /** A number that looks random and is the same everywhere. */
  private static long drawn(int row, int position) {
    long mixed = (row * 31L + position + 1) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ mixed >>> 31) * 0xD6E8FEB86659FD93L;
    return (mixed ^ mixed >>> 32) >> (row % 5 * 13); // small ones among them
  }

  static int aInt(int row, int position) {
    if (row >= TABLED) {
      return (int) drawn(row, position);
    }
    return INTS[(row + position * 5) % INTS.length];
  }

  static long aLong(int row, int position) {
    if (row >= TABLED) {
      return drawn(row, position);
    }
    return LONGS[(row + position * 5) % LONGS.length];
  }

  static double aDouble(int row, int position) {
    if (row >= TABLED) {
      return row % 2 == 0
          ? drawn(row, position) / 1024.0
          : Double.longBitsToDouble(drawn(row, position));
    }
    return DOUBLES[(row + position * 5) % DOUBLES.length];
  }

  static float aFloat(int row, int position) {
    return (float) aDouble(row, position + 1);
  }

  static char aChar(int row, int position) {
    return (char) ("aZ0 ~".charAt(row % 5) + (position == 3 ? 0xff00 : 0));
  }

  static boolean aBoolean(int row, int position) {
    return (row + position & 1) == 0;
  }

  static String aString(int row, int position) {
    return STRINGS[(row + position * 2) % STRINGS.length];
  }

  static int[] aInts(int row, int position) {
    return row % 6 == 5 ? null : new int[(row + position) % 4];
  }

  static Object aObject(int row, int position) {
    return switch ((row + position) % 6) {
      case 0 -> row;
      case 1 -> "o" + row;
      case 2 -> null;
      case 3 -> new int[row];
      case 4 -> new String[] {"x", null};
      default -> (long) row;
    };
  }
}

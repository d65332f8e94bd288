package coldbench.differential;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Making, reading, storing, copying and cloning arrays (JLS 10, 15.10). */
final class ArrayCases {
  private static final int[] NUMBERS = {0, 1, 2, 3, 4, 5, -1, -2, 100, Integer.MIN_VALUE};

  private ArrayCases() {}

  static void run(Cases cases) {
    for (int n : NUMBERS) {
      sizes(cases, n);
      for (int index : NUMBERS) {
        elements(cases, n, index);
      }
    }
    stores(cases);
    copies(cases);
    clones(cases);
  }

  private static void sizes(Cases cases, int n) {
    cases.add("new int " + n, () -> new int[n].length);
    cases.add("new byte " + n, () -> new byte[n].length);
    cases.add("new Object " + n, () -> new Object[n].length);
    cases.add("new unused " + n, () -> unused(n));
    for (int m : NUMBERS) {
      cases.add("new long " + n + "," + m, () -> Arrays.deepToString(new long[n][m]).length());
      cases.add("new " + n + "," + m + ",2", () -> new String[n][m][2].length);
      cases.add("new " + n + "," + m + ",", () -> new String[n][m][].length);
    }
  }

  @SuppressWarnings("UnusedVariable")
  private static String unused(int n) {
    int[] array = new int[n];
    return "made";
  }

  private static void elements(Cases cases, int n, int index) {
    String name = "[" + n + "][" + index + "]";
    cases.add("long" + name, () -> new long[n][index].length);
    cases.add("read" + name, () -> new long[n < 0 ? 0 : n % 50][index].length);
    cases.add("get" + name, () -> read(new int[Math.max(0, n % 50)], index));
    cases.add("set" + name, () -> set(new short[Math.max(0, n % 50)], index));
    cases.add("increment" + name, () -> increment(new char[Math.max(0, n % 50)], index));
    cases.add("reference" + name, () -> refer(new String[Math.max(0, n % 50)], index));
    cases.add("arraycopy" + name, () -> copy(n, index));
  }

  private static int read(int[] array, int index) {
    return array[index];
  }

  private static short set(short[] array, int index) {
    return array[index] = 5;
  }

  private static int increment(char[] array, int index) {
    return ++array[index];
  }

  private static String refer(String[] array, int index) {
    return array[index] = "x";
  }

  private static String copy(int n, int index) {
    int[] from = {1, 2, 3, 4, 5};
    int[] to = new int[5];
    System.arraycopy(from, Math.max(-1, n), to, Math.max(-1, index), 2);
    return Arrays.toString(to);
  }

  private static void stores(Cases cases) {
    Object[] values = {
      "s",
      1,
      2.5,
      'c',
      new int[1],
      new long[0],
      new String[1],
      new Object[1],
      new ArrayList<Object>(),
      null,
      new int[1][1],
      new Integer[0],
      List.of()
    };
    for (int v = 0; v < values.length; v++) {
      Object value = values[v];
      List<Object[]> arrays =
          List.of(
              new Object[1],
              new String[1],
              new Integer[1],
              new Number[1],
              new Comparable<?>[1],
              new CharSequence[1],
              new int[1][],
              new Object[1][],
              new String[1][],
              new List<?>[1],
              new Cloneable[1],
              new java.io.Serializable[1],
              new int[1][][]);
      for (int a = 0; a < arrays.size(); a++) {
        Object[] array = arrays.get(a);
        cases.add("store " + a + " " + v, () -> (array[0] = value) == value);
        cases.add("store out of bounds " + a + " " + v, () -> (array[1] = value) == value);
        cases.add("fill " + a + " " + v, () -> filled(array, value));
      }
    }
  }

  private static boolean filled(Object[] array, Object value) {
    for (int i = 0; i < array.length; i++) {
      array[i] = value;
    }
    return array[0] == value;
  }

  private static void copies(Cases cases) {
    Object[] mixed = {"a", "b", 1, "c"};
    String[] strings = new String[4];
    cases.add(
        "arraycopy of mixed",
        () -> {
          System.arraycopy(mixed, 0, strings, 0, 4);
          return 0;
        });
    cases.add("arraycopy up to it", () -> Arrays.toString(strings));
    cases.add("copyOf", () -> Arrays.toString(Arrays.copyOf(new int[] {1, 2}, 4)));
    cases.add("copyOf negative", () -> Arrays.copyOf(new int[2], -1).length);
    cases.add(
        "copyOfRange", () -> Arrays.toString(Arrays.copyOfRange(new char[] {'a', 'b'}, 1, 3)));
    cases.add(
        "overlapping",
        () -> {
          int[] a = {1, 2, 3, 4};
          System.arraycopy(a, 0, a, 1, 3);
          return Arrays.toString(a);
        });
    cases.add("null array", () -> read(nothing(), 0));
    cases.add("null length", () -> nothing().length);
    cases.add(
        "sort",
        () -> {
          int[] a = {3, -1, 2, Integer.MIN_VALUE};
          Arrays.sort(a);
          return Arrays.toString(a);
        });
    cases.add(
        "toArray",
        () -> Arrays.toString(new ArrayList<>(List.of("x", "y")).toArray(new String[5])));
  }

  @SuppressWarnings("NullAway") // the case is the null
  private static int[] nothing() {
    return null;
  }

  private static void clones(Cases cases) {
    for (int n = 0; n < 40; n++) {
      int size = n;
      cases.add("clone " + n, () -> clones(size));
    }
  }

  private static String clones(int n) {
    byte[] bytes = new byte[n];
    char[] chars = new char[n];
    double[] doubles = new double[n];
    String[] strings = new String[n];
    Arrays.fill(bytes, (byte) 7);
    Arrays.fill(chars, 'x');
    Arrays.fill(doubles, 0.25);
    Arrays.fill(strings, "y");
    byte[] b = bytes.clone();
    byte[] after = new byte[8];
    char[] c = chars.clone();
    double[] d = doubles.clone();
    String[] s = strings.clone();
    return Arrays.equals(b, bytes)
        + " "
        + Arrays.hashCode(after)
        + Arrays.equals(c, chars)
        + Arrays.equals(d, doubles)
        + Arrays.equals(s, strings)
        + (b == bytes);
  }
}

package coldbench.differential;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** {@code System.arraycopy} and what is made of it, of every kind of array into every other. */
final class ArrayCopyCases {
  private static final int[] NUMBERS = {0, 1, 2, 3, 4, -1, Integer.MIN_VALUE, Integer.MAX_VALUE};

  private ArrayCopyCases() {}

  static void run(Cases cases) {
    for (int from = 0; from < all().size(); from++) {
      for (int to = 0; to < all().size(); to++) {
        into(cases, from, to);
      }
    }
    ranges(cases);
    Object[] mixed = {"a", 1, null};
    Object[] numbers = new Integer[] {1, 2};
    cases.add("copyOf as texts", () -> Arrays.toString(Arrays.copyOf(mixed, 1, String[].class)));
    cases.add("copyOf as texts of 1", () -> Arrays.copyOf(mixed, 2, String[].class).length);
    cases.add("copyOf numbers as texts", () -> Arrays.copyOf(numbers, 2, String[].class).length);
    cases.add("copyOf as objects", () -> Arrays.copyOf(numbers, 3, Object[].class)[1]);
    cases.add("list into texts", () -> List.of("a", 1).toArray(new String[0]).length);
    cases.add("list into large texts", () -> Arrays.asList(mixed).toArray(new String[9]).length);
    cases.add("list into objects", () -> List.of("a", 1).toArray(new Object[0]).length);
  }

  /** New ones each time, with three elements. */
  private static List<Object> all() {
    return Arrays.asList(
        new int[] {1, 2, 3},
        new long[] {1, 2, 3},
        new byte[] {1, 2, 3},
        new char[] {'1', '2', '3'},
        new boolean[] {true, false, true},
        new double[] {1, 2, 3},
        new Object[] {"a", 1, null},
        new Object[] {null, "a", "b"},
        new Object[] {new int[1], new String[2], "c"},
        new String[] {"a", null, "c"},
        new Integer[] {1, 2, 3},
        new Number[] {1, 2.5, 3},
        new Comparable<?>[] {1, "a", null},
        new CharSequence[] {"a", "b", null},
        new int[][] {{1}, null, {}},
        new Object[][] {{1}, {"a"}, new String[] {"b"}},
        new String[][] {{"a"}, null, {}},
        new Cloneable[] {new int[1], new String[1], null},
        new Serializable[] {new int[2], new String[2][2], null},
        "no array",
        null);
  }

  private static void into(Cases cases, int from, int to) {
    Object source = all().get(from);
    Object target = all().get(to);
    String name = "array " + from + " into " + to;
    cases.add(name, () -> copied(source, 0, target, 0, 3));
    cases.add(name + " afterwards", () -> text(target));
    cases.add(name + " none", () -> copied(source, 3, all().get(to), 3, 0));
    cases.add(name + " outside", () -> copied(source, 2, all().get(to), 0, 2));
  }

  private static void ranges(Cases cases) {
    for (int from : NUMBERS) {
      for (int to : NUMBERS) {
        for (int length : NUMBERS) {
          String name = "range " + from + "," + to + "," + length;
          int[] same = {1, 2, 3};
          cases.add(name, () -> copied(new int[] {4, 5, 6}, from, new int[3], to, length));
          cases.add(name + " of one array", () -> copied(same, from, same, to, length));
          cases.add(
              name + " of objects",
              () -> copied(new Object[] {"a", 1, "b"}, from, new String[3], to, length));
        }
      }
    }
  }

  private static String copied(Object source, int from, Object target, int to, int length) {
    System.arraycopy(source, from, target, to, length);
    return text(target);
  }

  private static String text(Object array) {
    if (array instanceof int[] ints) {
      return Arrays.toString(ints);
    } else if (array instanceof long[] longs) {
      return Arrays.toString(longs);
    } else if (array instanceof byte[] bytes) {
      return Arrays.toString(bytes);
    } else if (array instanceof char[] chars) {
      return Arrays.toString(chars);
    } else if (array instanceof boolean[] booleans) {
      return Arrays.toString(booleans);
    } else if (array instanceof double[] doubles) {
      return Arrays.toString(doubles);
    }
    StringBuilder text = new StringBuilder();
    for (Object element : (Object[]) array) {
      boolean isArray = element != null && element.getClass().isArray();
      text.append(isArray ? element.getClass().getName() : element).append(' ');
    }
    return text.toString();
  }
}

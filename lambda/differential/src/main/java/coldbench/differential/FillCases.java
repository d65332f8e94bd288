package coldbench.differential;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Arrays that a loop fills, right after they are made and otherwise, where other arrays were before
 * (JLS 10.6, 15.10.2): an element that is not written is zero.
 */
final class FillCases {
  private static final int[] LENGTHS = {0, 1, 2, 7, 64, 1_000, 20_000, 100_000};

  private FillCases() {}

  static void run(Cases cases) {
    for (int length : LENGTHS) {
      compare(cases, "long", length, FillCases::longs);
      compare(cases, "int", length, FillCases::ints);
      compare(cases, "short", length, FillCases::shorts);
      compare(cases, "byte", length, FillCases::bytes);
      compare(cases, "char", length, FillCases::chars);
      compare(cases, "boolean", length, FillCases::booleans);
      compare(cases, "double", length, FillCases::doubles);
      compare(cases, "float", length, FillCases::floats);
      compare(cases, "every other", length, FillCases::everyOther);
      compare(cases, "from one", length, FillCases::fromOne);
      compare(cases, "but the last", length, FillCases::butTheLast);
      compare(cases, "until it breaks", length, FillCases::untilItBreaks);
      compare(cases, "until it throws", length, FillCases::untilItThrows);
      compare(cases, "from what is before", length, FillCases::fromBefore);
      compare(cases, "the first alone", length, FillCases::theFirstAlone);
      compare(cases, "one of two", length, FillCases::oneOfTwo);
      compare(cases, "with a new object each", length, FillCases::withObjects);
      compare(cases, "backwards", length, FillCases::backwards);
    }
  }

  private static void compare(Cases cases, String name, int length, IntFunction<Integer> filled) {
    cases.add(
        "fill " + name + " " + length,
        () -> {
          int before = dirt(length);
          return filled.apply(length) + " " + filled.apply(length) + " " + before;
        });
  }

  /** Leaves memory behind in which no byte is zero. */
  private static int dirt(int length) {
    int sum = 0;
    for (int i = 0; i < 3; i++) {
      byte[] bytes = new byte[8 * length + 64];
      Arrays.fill(bytes, (byte) (0x5A + i));
      sum += bytes[length];
    }
    return sum;
  }

  private static int longs(int length) {
    long[] array = new long[length];
    for (int i = 0; i < array.length; i++) {
      array[i] = (long) i * i;
    }
    return Arrays.hashCode(array);
  }

  private static int ints(int length) {
    int[] array = new int[length];
    for (int i = 0; i < length; i++) {
      array[i] = i * 31 ^ length;
    }
    return Arrays.hashCode(array);
  }

  private static int shorts(int length) {
    short[] array = new short[length];
    for (int i = 0; i < array.length; i++) {
      array[i] = (short) (i * 3);
    }
    return Arrays.hashCode(array);
  }

  private static int bytes(int length) {
    byte[] array = new byte[length];
    for (int i = 0; i < array.length; ++i) {
      array[i] = (byte) i;
    }
    return Arrays.hashCode(array);
  }

  private static int chars(int length) {
    char[] array = new char[length];
    for (int i = 0; i < array.length; i++) {
      array[i] = (char) (i + 5);
    }
    return Arrays.hashCode(array);
  }

  private static int booleans(int length) {
    boolean[] array = new boolean[length];
    for (int i = 0; i < array.length; i++) {
      array[i] = (i & 4) == 0;
    }
    return Arrays.hashCode(array);
  }

  private static int doubles(int length) {
    double[] array = new double[length];
    for (int i = 0; i < array.length; i++) {
      array[i] = i * 0.5;
    }
    return Arrays.hashCode(array);
  }

  private static int floats(int length) {
    float[] array = new float[length];
    for (int i = 0; i < array.length; i++) {
      array[i] = 1.5f;
    }
    return Arrays.hashCode(array);
  }

  private static int everyOther(int length) {
    long[] array = new long[length];
    for (int i = 0; i < array.length; i += 2) {
      array[i] = 7;
    }
    return Arrays.hashCode(array);
  }

  private static int fromOne(int length) {
    long[] array = new long[length];
    for (int i = 1; i < array.length; i++) {
      array[i] = 7;
    }
    return Arrays.hashCode(array);
  }

  private static int butTheLast(int length) {
    long[] array = new long[length];
    for (int i = 0; i < array.length - 1; i++) {
      array[i] = i;
    }
    return Arrays.hashCode(array);
  }

  private static int untilItBreaks(int length) {
    int[] array = new int[length];
    for (int i = 0; i < array.length; i++) {
      if (i == 5) {
        break;
      }
      array[i] = i;
    }
    return Arrays.hashCode(array);
  }

  private static int untilItThrows(int length) {
    int[] array = new int[length];
    try {
      for (int i = 0; i < array.length; i++) {
        array[i] = 100 / (3 - i);
      }
    } catch (ArithmeticException e) {
      return Arrays.hashCode(array) + 1;
    }
    return Arrays.hashCode(array);
  }

  private static int fromBefore(int length) {
    long[] array = new long[length];
    for (int i = 0; i < array.length; i++) {
      array[i] = array[i / 2] + array[length - 1 - i] + i;
    }
    return Arrays.hashCode(array);
  }

  private static int theFirstAlone(int length) {
    long[] array = new long[length];
    for (int i = 0; i < array.length; i++) {
      array[0] = i;
    }
    return Arrays.hashCode(array);
  }

  private static int oneOfTwo(int length) {
    long[] array = new long[length];
    long[] other = new long[length];
    for (int i = 0; i < array.length; i++) {
      other[i] = i;
    }
    return 31 * Arrays.hashCode(array) + Arrays.hashCode(other);
  }

  private static int withObjects(int length) {
    int[] array = new int[length];
    for (int i = 0; i < array.length; i++) {
      array[i] = Integer.valueOf(i + 1000).hashCode();
    }
    return Arrays.hashCode(array);
  }

  private static int backwards(int length) {
    long[] array = new long[length];
    for (int i = length - 1; i >= 0; i--) {
      array[i] = i;
    }
    return Arrays.hashCode(array);
  }
}

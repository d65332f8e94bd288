package coldbench.differential;

/**
 * What generated programs call: every value they compute goes into a hash, so that none is unused,
 * and every step takes fuel, so that they end.
 */
final class Trace {
  /** Not to be caught by generated programs. */
  static final class OutOfFuel extends Error {
    private static final long serialVersionUID = 1;
  }

  /** What generated programs throw by themselves. */
  static class Oops extends RuntimeException {
    private static final long serialVersionUID = 1;
    final int code;

    Oops(int code) {
      super("oops " + code);
      this.code = code;
    }
  }

  /** One that is an Oops as well. */
  static final class DeepOops extends Oops {
    private static final long serialVersionUID = 1;

    DeepOops(int code) {
      super(code ^ 1);
    }
  }

  /** Tells when it is closed, and throws then if its number is a multiple of four. */
  record Resource(int number) implements AutoCloseable {
    @Override
    public void close() {
      mix(-1, number);
      if ((number & 3) == 0) {
        throw new Oops(number);
      }
    }
  }

  private static final int FUEL = 3000;

  static boolean verbose;
  private static long hash;
  private static int fuel;

  private Trace() {}

  static void start() {
    hash = 17;
    fuel = FUEL;
  }

  static long hash() {
    return hash;
  }

  static void tick() {
    if (--fuel < 0) {
      throw new OutOfFuel();
    }
  }

  static void mix(int place, long value) {
    hash = (hash ^ value) * 0x9E3779B97F4A7C15L + place;
    hash ^= hash >>> 29;
    if (verbose) {
      System.out.println(place + ": " + value);
    }
  }

  static void mix(int place, double value) {
    mix(place, Double.doubleToLongBits(value));
  }

  static void mix(int place, float value) {
    mix(place, (long) Float.floatToIntBits(value));
  }

  static void mix(int place, boolean value) {
    mix(place, value ? 1L : 0L);
  }

  /** By content, without what differs by definition: identity, hash order, numbers as text. */
  static void mix(int place, Object value) {
    if (value == null) {
      mix(place, -7L);
    } else if (value instanceof String text) {
      mix(place, text.length() * 31L + text.hashCode());
    } else if (value instanceof Double number) {
      mix(place, number.doubleValue());
    } else if (value instanceof Float number) {
      mix(place, number.floatValue());
    } else if (value instanceof Number number) {
      mix(place, number.longValue());
    } else if (value instanceof Boolean truth) {
      mix(place, truth.booleanValue());
    } else if (value instanceof Character character) {
      mix(place, (long) character);
    } else {
      mixCompound(place, value);
    }
  }

  private static void mixCompound(int place, Object value) {
    if (value instanceof Object[] array) {
      mix(place, (long) array.length);
      for (Object element : array) {
        mix(place, element instanceof Object[] ? "nested" : element);
      }
    } else if (value instanceof int[] array) {
      for (int element : array) {
        mix(place, (long) element);
      }
    } else if (value instanceof long[] array) {
      for (long element : array) {
        mix(place, element);
      }
    } else if (value instanceof byte[] array) {
      for (byte element : array) {
        mix(place, (long) element);
      }
    } else if (value instanceof char[] array) {
      for (char element : array) {
        mix(place, (long) element);
      }
    } else if (value instanceof double[] array) {
      for (double element : array) {
        mix(place, element);
      }
    } else {
      mix(place, value.getClass().getName());
    }
  }

  /** Strings do not grow without end. */
  static String cut(String text) {
    return text != null && text.length() > 40 ? text.substring(text.length() - 40) : text;
  }

  /** Once in four times, by what was computed so far. */
  static boolean seldom() {
    return (hash >>> 40 & 3) == 0;
  }

  /** Array sizes, nearly never -1. */
  static int size(int any) {
    return (any & 63) == 63 ? -1 : any & 7;
  }

  /** Nearly never a ClassCastException. */
  static int number(Object any) {
    return any instanceof Integer || seldom() ? (Integer) any : 11;
  }

  static int parsed(String any) {
    return any.isEmpty() && !seldom() ? 12 : Integer.parseInt(any);
  }

  /** An index that is nearly always in the array, null pointer included. */
  static int index(int any, int length) {
    return length == 0 || (any & 31) == 31 ? any : (any & 0xffff) % length;
  }

  static char at(String text, int any) {
    return text.isEmpty() ? '~' : text.charAt((any & 0xffff) % text.length());
  }

  static String from(String text, int any) {
    return text.substring(text.isEmpty() ? 0 : (any & 0xffff) % text.length());
  }
}

package coldbench.differential;

/**
 * Handlers that do what the try block did or would have done, for exceptions that come before it,
 * between, and after it: nothing of it may be taken for done (JLS 11.3).
 */
final class TryCases {
  private static int count;

  private final int[] items = {1, 2, 3};
  private TryCases next;
  private int size = 3;

  private TryCases() {}

  static final class Lazy {
    static int value = begin();

    private static int begin() {
      count += 1000;
      return 9;
    }
  }

  static final class LazyMethod {
    static int value = Lazy.value + 1;

    static int get() {
      return value;
    }
  }

  static void run(Cases cases) {
    TryCases whole = new TryCases();
    whole.next = new TryCases();
    TryCases[] every = {null, whole.next, whole};
    for (int start = 0; start < 2; start++) {
      int first = start;
      cases.add("try class " + start, () -> initialized(begin(first)));
      cases.add("try method's class " + start, () -> initializedByCall(begin(first)));
      cases.add("try static " + start, () -> staticField(begin(first)));
      cases.add("try assigned " + start, () -> assigned(begin(first)));
      for (int i = 0; i < every.length; i++) {
        TryCases object = every[i];
        String name = " " + start + " " + i;
        cases.add("try field" + name, () -> field(begin(first), object));
        cases.add("try fields" + name, () -> fields(begin(first), object));
        cases.add("try length" + name, () -> length(begin(first), object));
        cases.add("try finally" + name, () -> inFinally(begin(first), object));
        cases.add("try nested" + name, () -> nested(begin(first), object));
        cases.add("try loop" + name, () -> loop(begin(first), object));
        cases.add("try locked" + name, () -> locked(begin(first), object));
        cases.add("try branches" + name, () -> branches(begin(first), object));
        cases.add("try made" + name, () -> made(begin(first), object));
      }
      for (int i = -1; i <= whole.items.length; i++) {
        int index = i;
        String name = " " + start + " " + i;
        cases.add("try element" + name, () -> element(begin(first), whole.items, index));
        cases.add("try store" + name, () -> store(begin(first), new int[3], index));
        cases.add("try locals" + name, () -> locals(begin(first) + index));
        cases.add("try copies" + name, () -> copies(begin(first), index, index + 7));
        cases.add("try parameter" + name, () -> parameter(begin(first), index));
        cases.add("try swapped" + name, () -> swapped(index, index + 7, begin(first)));
        cases.add("try references" + name, () -> references(begin(first), "a" + index, "b"));
        cases.add("try chosen" + name, () -> chosen(begin(first), index, index * 3));
        cases.add("try kept" + name, () -> kept(begin(first), index, index * 3));
        cases.add("try counted" + name, () -> counted(begin(first), index));
        cases.add("try cast" + name, () -> cast(begin(first), index < 1 ? "x" : whole));
        cases.add("try divided" + name, () -> divided(begin(first), index));
        cases.add("try invariant" + name, () -> invariant(index, index < 1 ? "x" : whole));
      }
    }
  }

  private static int begin(int start) {
    count = 10 + start;
    return start;
  }

  /** Throws every other time. */
  private static int step() {
    count += 1;
    if (count % 2 == 0) {
      throw new IllegalStateException();
    }
    return count;
  }

  private static String initialized(int n) {
    int result;
    try {
      step();
      result = Lazy.value;
    } catch (IllegalStateException e) {
      result = Lazy.value + 100;
    }
    return n + " " + result + " " + count;
  }

  private static String initializedByCall(int n) {
    int result;
    try {
      step();
      result = LazyMethod.get();
    } catch (IllegalStateException e) {
      result = LazyMethod.value + 100;
    }
    return n + " " + result + " " + count;
  }

  private static int staticField(int n) {
    int result;
    try {
      step();
      result = count;
    } catch (IllegalStateException e) {
      result = count + 100;
    }
    return result + n;
  }

  private static int assigned(int n) {
    int result;
    try {
      count = 30 + n;
      step();
      count = 50;
      result = count;
    } catch (IllegalStateException e) {
      result = count + 100;
    }
    return result;
  }

  private static int field(int n, TryCases object) {
    int result;
    try {
      step();
      result = object.size;
    } catch (IllegalStateException e) {
      result = object.size + 100;
    }
    return result + n;
  }

  private static int fields(int n, TryCases object) {
    int result;
    try {
      step();
      result = object.next.size;
    } catch (IllegalStateException e) {
      result = object.next.size + 100;
    }
    return result + n;
  }

  private static int length(int n, TryCases object) {
    int[] items = object == null ? null : object.items;
    int result;
    try {
      step();
      result = items.length;
    } catch (IllegalStateException e) {
      result = items.length + 100;
    }
    return result + n;
  }

  private static int element(int n, int[] items, int index) {
    int result;
    try {
      step();
      result = items[index];
    } catch (IllegalStateException e) {
      result = items[index] + 100;
    }
    return result + n;
  }

  private static int store(int n, int[] items, int index) {
    try {
      step();
      items[index] = 4;
    } catch (IllegalStateException e) {
      items[index] = 5;
    }
    return items[0] + 10 * items[1] + 100 * items[2] + 1000 * n;
  }

  private static int cast(int n, Object object) {
    int result;
    try {
      step();
      result = ((TryCases) object).size;
    } catch (IllegalStateException e) {
      result = ((TryCases) object).size + 100;
    }
    return result + n;
  }

  private static int divided(int n, int by) {
    int result;
    try {
      step();
      result = 7 / by;
    } catch (IllegalStateException e) {
      result = 7 / by + 100;
    }
    return result + n;
  }

  @SuppressWarnings("Finally")
  private static String inFinally(int n, TryCases object) {
    int result = 0;
    try {
      step();
      result = count + object.size;
    } finally {
      count += result + object.size;
      if (n == 1) {
        return result + " " + count;
      }
    }
    return result + " " + count;
  }

  private static int nested(int n, TryCases object) {
    int result = n;
    try {
      try {
        step();
        result = count + object.size;
      } finally {
        step();
        result += count;
      }
    } catch (IllegalStateException e) {
      result += count;
      try {
        step();
        result += object.next.size;
      } catch (IllegalStateException again) {
        result += object.next.size * 10;
      }
    }
    return result;
  }

  private static int loop(int n, TryCases object) {
    int result = n;
    for (int i = 0; i < 4; i++) {
      try {
        count += i;
        step();
        result += count + object.size;
      } catch (IllegalStateException e) {
        result += count * 3 + object.size;
        continue;
      } finally {
        result += count;
      }
      result += 1;
    }
    return result;
  }

  private static int locked(int n, TryCases object) {
    int result = n;
    synchronized (object) {
      count += 2;
      result += count + object.size;
    }
    synchronized (object.next) {
      step();
      result += object.next.size + count;
    }
    return result;
  }

  private static int branches(int n, TryCases object) {
    int result;
    try {
      if (n == 0) {
        step();
        result = object.size;
      } else {
        count += 1;
        step();
        result = object.next.size;
      }
      result += count;
    } catch (IllegalStateException e) {
      result = count + object.size + object.next.size * 10;
    }
    return result;
  }

  /** The object never leaves the method, so that its field becomes a variable. */
  private static int made(int n, TryCases object) {
    TryCases own = null;
    try {
      step();
      own = new TryCases();
      own.size = object.size + n;
      step();
      own.size = 50;
    } catch (IllegalStateException e) {
      return own == null ? -1 : own.size * 10;
    }
    return own.size;
  }

  private static int locals(int n) {
    int result = 1;
    int last = n;
    try {
      last = step();
      result = last + 2;
      count += n;
      last = step() + result;
      result = 7;
    } catch (IllegalStateException e) {
      result = result * 10 + last;
    }
    return result * 100 + last;
  }

  private static int copies(int n, int a, int b) {
    int result = n;
    try {
      step();
      result = a;
      count += b;
      step();
      result = b;
      count += a;
      step();
    } catch (IllegalStateException e) {
      return result;
    }
    return result + 1000;
  }

  @SuppressWarnings("ParameterAssignment")
  private static int parameter(int n, int a) {
    try {
      step();
      a += n;
      count += a;
      step();
    } catch (IllegalStateException e) {
      return a;
    }
    return a + 1000;
  }

  @SuppressWarnings("ParameterAssignment")
  private static int swapped(int a, int b, int n) {
    try {
      step();
      int last = a;
      a = b;
      count += n + a;
      step();
      b = last;
      count += b;
      step();
    } catch (IllegalStateException e) {
      return a * 100 + b;
    }
    return a * 10000 + b * 1000;
  }

  private static String references(int n, String a, String b) {
    String result = "none" + n;
    String other = a;
    try {
      step();
      result = a;
      count += n;
      step();
      other = result = b;
      step();
    } catch (IllegalStateException e) {
      return result + other;
    }
    return result + other + "!";
  }

  private static int chosen(int n, int a, int b) {
    int result = n;
    try {
      result = a > 1 ? a : b;
      step();
      if (b > 3) {
        result = b;
      } else {
        count += 1;
      }
      step();
      result = count;
      step();
    } catch (IllegalStateException e) {
      return result;
    }
    return result + 1000;
  }

  /** Copies, into the field of an object that never leaves the method. */
  private static int kept(int n, int a, int b) {
    TryCases own = new TryCases();
    try {
      own.size = a;
      step();
      own.size = b;
      count += n + b;
      step();
      own.size = n;
    } catch (IllegalStateException e) {
      return own.size;
    }
    return own.size + 1000;
  }

  private static int counted(int n, int times) {
    int i = 0;
    int sum = n;
    try {
      for (i = 0; i < times + 3; i++) {
        sum += i;
        i++;
        count += i % 3;
        step();
        sum = i;
      }
    } catch (IllegalStateException e) {
      return i * 100 + sum;
    } finally {
      sum += i++;
    }
    return i * 10000 + sum;
  }

  /** What no turn of the loop changes may be done before it, but not outside of the try block. */
  private static int invariant(int times, Object object) {
    int result = 0;
    int i = 0;
    try {
      do {
        count += 2;
        result += ((TryCases) object).size;
        i++;
      } while (i < times);
    } catch (ClassCastException e) {
      result = count;
    }
    return result;
  }
}

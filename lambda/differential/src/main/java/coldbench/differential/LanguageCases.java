package coldbench.differential;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/** Classes, initialization, records, enums, lambdas, switches: what a compiler makes much of. */
final class LanguageCases {
  private static final List<String> TRACE = new ArrayList<>();

  private LanguageCases() {}

  private static int traced(String event, int value) {
    TRACE.add(event);
    return value;
  }

  static class Parent {
    static final int A = traced("Parent.A", 1);
    int field = traced("Parent.field", 2);

    Parent() {
      traced("Parent()", 0);
      called();
    }

    void called() {
      traced("Parent.called", 0);
    }
  }

  static final class Child extends Parent {
    static final int B = traced("Child.B", A + 1);
    int other = traced("Child.other", field + 1);

    Child() {
      traced("Child()" + other, 0);
    }

    @Override
    void called() {
      traced("Child.called" + other, 0);
    }
  }

  static class Quiet {
    static final int A = traced("Quiet", 0);
  }

  interface WithDefault {
    int A = traced("WithDefault", 0);

    default void called() {}
  }

  interface WithoutDefault {
    int A = traced("WithoutDefault", 0);

    void called();
  }

  interface Extending extends WithDefault {
    int A = traced("Extending", 0);

    static void helper() {}

    default void calledToo() {}
  }

  static final class Ordered extends Quiet implements WithoutDefault, Extending {
    static final int A = traced("Ordered", 0);

    static void touch() {}

    @Override
    public void called() {}
  }

  static class Superclass {
    static final int A = traced("Superclass", 0);
  }

  static class Between extends Superclass implements Extending {}

  static final class Without extends Between {
    static void touch() {}
  }

  record Point(int x, long y, String name, double d) {
    Point {
      if (x < 0) {
        throw new IllegalArgumentException("x is " + x);
      }
    }

    static Point of(int x) {
      return new Point(x, x * 3L, "p" + x, x / 2.0);
    }
  }

  enum Op implements IntUnaryOperator {
    INC {
      @Override
      public int applyAsInt(int n) {
        return n + 1;
      }
    },
    NEG {
      @Override
      public int applyAsInt(int n) {
        return -n;
      }
    },
    SQUARE {
      @Override
      public int applyAsInt(int n) {
        return n * n;
      }
    }
  }

  sealed interface Shape permits Circle, Square {
    default String describe() {
      return "shape " + area();
    }

    int area();
  }

  record Circle(int r) implements Shape {
    @Override
    public int area() {
      return 3 * r * r;
    }
  }

  record Square(int a) implements Shape {
    @Override
    public int area() {
      return a * a;
    }

    @Override
    public String describe() {
      return "square, " + Shape.super.describe();
    }
  }

  static void run(Cases cases) {
    cases.add(
        "initialization",
        () -> {
          TRACE.clear();
          new Child();
          new Child();
          return TRACE;
        });
    cases.add(
        "initialization of superclasses and superinterfaces",
        () -> {
          TRACE.clear();
          Ordered.touch();
          return TRACE + " " + Ordered.A;
        });
    cases.add(
        "initialization by a class without an initializer",
        () -> {
          TRACE.clear();
          Without.touch();
          return TRACE;
        });
    for (long value : new long[] {-129, -128, 0, 127, 128}) {
      Long one = value;
      Long other = value;
      cases.add("boxed long " + value, () -> one == other);
    }
    for (int i = -1; i < 6; i++) {
      int n = i;
      cases.add(
          "record " + n,
          () ->
              Point.of(n)
                  + " "
                  + Point.of(n).equals(Point.of(n))
                  + Point.of(n).equals(Point.of(n + 1)));
      cases.add(
          "enum " + n,
          () ->
              Op.values()[n].applyAsInt(n)
                  + Op.values()[n].name()
                  + Op.valueOf("INC").compareTo(Op.values()[n]));
      cases.add("enum switch " + n, () -> switched(Op.values()[n]));
      cases.add("switch " + n, () -> switched(n) + " " + sparse(n * 1000) + " " + fallThrough(n));
      long l = i << 40L;
      cases.add(
          "concatenated " + n, () -> n + "\1" + l + (byte) n + "\2x" + (char) (n + 'c') + null);
      cases.add("lambda " + n, () -> composed(n).applyAsInt(7));
      cases.add("supplier " + n, () -> suppliers(n));
      cases.add(
          "shape " + n, () -> ((Shape) (n % 2 == 0 ? new Circle(n) : new Square(n))).describe());
      cases.add("labels " + n, () -> labels(n));
      cases.add("boxes " + n, () -> boxes(n));
      cases.add("varargs " + n, () -> varargs(new Object[Math.max(0, n)]) + varargs(n, n));
      cases.add(
          "ternary " + n,
          () ->
              (n > 2 ? n : 2.5)
                  + " "
                  + (Object) (n > 2 ? 'a' : n)
                  + " "
                  + (n > 2 ? Integer.valueOf(n) : "s"));
      cases.add("order " + n, () -> order(n));
    }
    cases.add("no such constant", () -> Op.valueOf("NONE"));
    cases.add("generic", () -> Arrays.asList(pick(1, "a"), pick("b", 2)));
    cases.add(
        "text block",
        () ->
            """
        a
          b\
        c""");
    cases.add(
        "names",
        () ->
            int[].class.getName()
                + String.class.getName()
                + new Point[0].getClass().getName()
                + Point.class.getSimpleName()
                + Op.NEG.getDeclaringClass().getName());
    cases.add("identity", () -> new int[0] == new int[0]);
    cases.add(
        "assertion",
        () -> {
          assert TRACE == null : "asserted";
          return "on or off";
        });
  }

  private static String switched(Op op) {
    switch (op) {
      case INC:
        return "inc";
      case SQUARE:
        return "square";
      default:
        return "other";
    }
  }

  private static int switched(int n) {
    return switch (n) {
      case 0 -> 10;
      case 1, 2 -> {
        int sum = 0;
        for (int i = 0; i < n; i++) {
          sum += i;
        }
        yield sum;
      }
      case 4 -> throw new IllegalStateException();
      default -> -n;
    };
  }

  private static int sparse(int n) {
    return switch (n) {
      case -1000 -> 1;
      case 0 -> 2;
      case 3000 -> 3;
      case Integer.MAX_VALUE -> 4;
      default -> 5;
    };
  }

  @SuppressWarnings("fallthrough")
  private static int fallThrough(int n) {
    int result = 0;
    switch (n) {
      case 1:
        result += 1;
      case 2:
        result += 2;
        break;
      case 3:
        result += 3;
      default:
        result += 4;
    }
    return result;
  }

  private static IntUnaryOperator composed(int n) {
    IntUnaryOperator f = x -> x + n;
    for (int i = 0; i < n; i++) {
      int k = i;
      IntUnaryOperator g = f;
      f = x -> g.applyAsInt(x * k) - n;
    }
    return f.andThen(Math::abs).compose(x -> x << 1);
  }

  private static String suppliers(int n) {
    List<Supplier<String>> all = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      int k = i;
      all.add(() -> k + "/" + n);
    }
    Supplier<List<String>> maker = ArrayList::new;
    List<String> results = maker.get();
    all.forEach(s -> results.add(s.get()));
    return results.toString();
  }

  private static int labels(int n) {
    int count = 0;
    outer:
    for (int i = 0; i < 6; i++) {
      for (int j = 0; ; j++) {
        if (j == n) {
          continue outer;
        }
        if (i == 4) {
          break outer;
        }
        if (j > 5) {
          break;
        }
        count += j;
      }
    }
    return count;
  }

  private static String boxes(int n) {
    Integer a = n;
    Long b = (long) n;
    Character c = (char) ('a' + n);
    a++;
    b += a;
    List<Integer> list = new ArrayList<>(List.of(5, 6, 7));
    list.remove(Integer.valueOf(6));
    list.remove(0);
    return a
        + " "
        + b
        + " "
        + c
        + " "
        + list
        + b.equals(a)
        + a.equals(n + 1)
        + a.hashCode()
        + b.hashCode();
  }

  private static int varargs(Object... all) {
    return all.length;
  }

  private static String order(int n) {
    TRACE.clear();
    int[] array = new int[3];
    int i = 0;
    array[i++] = array[i] + traced("a", n) * traced("b", 2) - traced("c", i++);
    boolean b = traced("d", n) > 2 && traced("e", 1) == 1 || traced("f", 0) == n;
    return Arrays.toString(array) + i + b + TRACE;
  }

  private static <T> T pick(T a, T b) {
    return a.hashCode() % 2 == 0 ? a : b;
  }
}

package coldbench.differential.programs;

import static coldbench.differential.programs.Type.*;

/** What every generated class has; its expressions are drawn. */
final class Skeleton {
  /** Draws an expression of a type where variables, each {@code name:TYPE}, can be seen. */
  interface Hole {
    String of(Type type, String... variables);
  }

  private static final String TEXT =
      """
      package coldbench.differential;

      @SuppressWarnings("all")
      final class %s {
      enum Color {
        RED,
        GREEN { int weight(int x) { Trace.tick(); return %s; } },
        BLUE;
        int weight(int x) { return x + ordinal(); }
      }
      interface IntOp {
        int apply(int x);
        default int twice(int x) { return apply(apply(x)); }
        static IntOp plus(int n) { return x -> x + n; }
      }
      static class Box<T> {
        T value;
        Box(T value) { this.value = value; }
        T get() { return value; }
        long trace() { Object any = value; Trace.mix(-2, any); return 5; }
      }
      static <T> Box<T> polluted(Object value) { return (Box<T>) new Box<Object>(value); }
      static abstract class Base {
        int f;
        long g = %s;
        Base(int f) { this.f = f; init(); }
        void init() { Trace.mix(-3, f); }
        abstract int virt(int x);
        long over(long x) { return x ^ g; }
        int over(int x) { return x - f; }
        long trace() { Trace.mix(-4, g); return f; }
      }
      static class Left extends Base implements IntOp {
        String s = "left";
        Left(int f) { super(f); s += f; }
        void init() { Trace.mix(-5, s); }
        int virt(int x) { Trace.tick(); return %s; }
        public int apply(int x) { Trace.tick(); return %s; }
      }
      static class Right extends Left {
        String t;
        Right(int f, String t) { super(f + 1); this.t = t; }
        int virt(int x) { return super.virt(x) + (t == null ? 0 : t.length()); }
        long over(long x) { Trace.tick(); return super.over(x) * 3 + %s; }
        public int twice(int x) { return x * 2; }
      }
      static class Lazy {
        static int first = 3;
        static long second;
        static { Trace.mix(-6, first); second = 77; Trace.mix(-7, second); }
      }
      static int si; static long sl; static double sd; static byte sb; static String ss;
      static int[] sa; static Object so; static Base sx;
      static void reset() {
        si = 5; sl = -6; sd = 1.5; sb = 100; ss = "Aa"; sa = new int[] {3, 1, 2}; so = 8;
        sx = new Left(9); Lazy.first = 4; Lazy.second = 44;
      }
      static int helper(int x) { Trace.tick(); return x <= 0 || x > 9 ? x : helper(x - 1) + helper(x - 2); }
      static Base base(int row) {
        return row %% 5 == 4 ? null : row %% 2 == 0 ? new Left(row) : new Right(row, "r" + row);
      }
      """;

  private Skeleton() {}

  static String of(String name, Hole hole) {
    return String.format(
        TEXT,
        name,
        hole.of(INT, "x:INT"),
        "3",
        hole.of(INT, "x:INT", "f:INT", "g:LONG", "s:STRING"),
        hole.of(INT, "x:INT", "f:INT", "s:STRING"),
        hole.of(LONG, "x:LONG", "f:INT", "t:STRING"));
  }
}

package coldbench.differential.library;

import java.util.ArrayList;
import java.util.List;

/** Numbers and texts, at the edges and inside, drawn from a seed alike everywhere. */
abstract class ValuePool {
  private static final int[] INTS = {
    Integer.MIN_VALUE,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE + 1,
    Integer.MAX_VALUE - 1,
    -100,
    7,
    8,
    10,
    16,
    31,
    32,
    33,
    36,
    37,
    63,
    64,
    65,
    100,
    127,
    128,
    255,
    256,
    1000,
    65535,
    65536,
    0xd800,
    0xdc00,
    0xdfff,
    0xffff,
    0x10000,
    0x10ffff,
    0x110000,
    0x1f600,
    0x41,
    0x61,
    0x20,
    0x130,
    0x131,
    0xdf,
    0x660,
    0x966,
    0x3a3,
    0x3c2,
    0x2028,
    0xa0,
    0x85,
    0x1c5,
    0x2160,
    123456789,
    -123456789
  };
  private static final int[] DIGITS = {-1000, 1000, 309, 64};
  private static final long[] LONGS = {
    Long.MIN_VALUE,
    Long.MAX_VALUE,
    Long.MIN_VALUE + 1,
    Long.MAX_VALUE - 1,
    -1L << 32,
    1L << 31,
    1L << 32,
    1L << 33,
    0xffffffffL,
    63,
    64,
    999999999999L,
    -86400000L,
    1L << 52,
    1L << 53,
    0x5555555555555555L,
    1234567890123456789L
  };
  private static final double[] DOUBLES = {
    0.0,
    -0.0,
    1,
    -1,
    0.5,
    -0.5,
    1.5,
    2.5,
    3.999,
    1e-3,
    1e7,
    9999999.999,
    1e21,
    1e22,
    1e23,
    2e-44,
    Math.PI,
    Math.E,
    100,
    0.1,
    0.2,
    0.3,
    1.0 / 3,
    1e300,
    -1e300,
    1e-300,
    4.9e-324,
    2.2e-308,
    Double.MAX_VALUE,
    Double.MIN_NORMAL,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    1L << 53,
    9007199254740993.0,
    2147483647.5,
    -2147483648.5,
    1e19,
    0.49999999999999994,
    4503599627370497.5,
    720,
    1000
  };
  private static final String[] STRINGS = {
    "",
    "a",
    "ab",
    "abc",
    "aXbXc",
    " x ",
    "\t\n",
    "hello world",
    "\u00c4\u00d6\u00fc\u00df",
    "\ud83d\ude00",
    "a\ud83d\ude00b",
    "\ud800x",
    "x\udc00",
    "0",
    "42",
    "-7",
    "+5",
    "007",
    "2147483647",
    "2147483648",
    "-2147483648",
    "9223372036854775808",
    "-9223372036854775808",
    "1e3",
    "1.5",
    "-0.0",
    ".5",
    "5.",
    "NaN",
    "Infinity",
    "0x1p3",
    "0x1F",
    "#1f",
    "-0x80000000",
    "010",
    "ff",
    "zz",
    "true",
    "TRUE",
    "null",
    "a,b,,c,,",
    ",",
    "a:b",
    "ABC",
    "aaaa",
    "\u0661\u0662",
    "\u0130",
    "\u0131",
    "\u03a3\u03b1\u03a3",
    "\u2003x\u2003",
    "\u00a0",
    "\u0085",
    "\u2028",
    "line1\nline2\r\nline3\r",
    "  indent\n    more\n",
    "%d",
    "%s",
    "%5.2f",
    "a*b",
    "[a-z]+",
    "(a)(b)?",
    "x{2}",
    "\\",
    "$1",
    "\\d",
    "AQI=",
    "AQID",
    "A",
    "====",
    "1 d",
    "\ufb01",
    "e\u0301",
    "\uffff",
    "Title Case",
    "camelCase",
    "12345678901234567890.123456789",
    "1E-400",
    "4.9E-324",
    "2.2250738585072011e-308",
    "1E400",
    "one two  three",
    "UTF-8",
    "en",
    "1f",
    "d",
    "ABCDEFGH"
  };

  private long state;

  /** What must be looked at after the call, as it may have been changed. */
  final List<Object> handedIn = new ArrayList<>();

  /** What the functions were handed. */
  final StringBuilder noted = new StringBuilder();

  ValuePool(long seed) {
    state = seed;
  }

  /** SplitMix64, https://doi.org/10.1145/2660193.2660195 */
  final long bits() {
    state += 0x9e3779b97f4a7c15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  final int below(int bound) {
    return (int) ((bits() >>> 33) % bound);
  }

  final <T> T keep(T argument) {
    handedIn.add(argument);
    return argument;
  }

  final boolean z() {
    return below(2) == 0;
  }

  final int i() {
    return switch (below(8)) {
      case 0, 1 -> INTS[below(INTS.length)];
      case 2 -> (int) bits() >> below(32);
      default -> below(8) - 2;
    };
  }

  /** A scale, a precision, a power or a distance of large numbers, which take time by it. */
  final int digits() {
    return below(8) == 0 ? DIGITS[below(DIGITS.length)] : below(40) - 12;
  }

  final byte b() {
    return (byte) i();
  }

  final short s() {
    return (short) i();
  }

  final char c() {
    return (char) (z() ? i() : "aXb,.0 9z\u00e9".charAt(below(10)));
  }

  final long j() {
    return switch (below(4)) {
      case 0 -> LONGS[below(LONGS.length)];
      case 1 -> bits() >> below(64);
      default -> i();
    };
  }

  final double d() {
    return switch (below(4)) {
      case 0, 1 -> DOUBLES[below(DOUBLES.length)];
      case 2 -> (bits() >> 11) * 0x1p-53 * (1L << below(40));
      default -> z() ? Double.longBitsToDouble(bits()) : below(2000) / 100.0 - 5;
    };
  }

  final float f() {
    return z() ? (float) d() : Float.intBitsToFloat((int) bits());
  }

  final String string() {
    return below(40) == 0
        ? null
        : below(8) == 0
            ? STRINGS[below(STRINGS.length)] + STRINGS[below(STRINGS.length)]
            : STRINGS[below(STRINGS.length)];
  }

  final CharSequence charSequence() {
    String s = string();
    return s == null || z() ? s : z() ? new StringBuilder(s) : new StringBuffer(s);
  }

  final Integer integer() {
    return below(7);
  }

  /** What collections here are made of: of other things the hash order is not a JVM's. */
  final Object object() {
    return below(16) == 0 ? null : integer();
  }

  final Object anything() {
    return switch (below(8)) {
      case 0 -> null;
      case 1, 2 -> string();
      case 3 -> (Object) j();
      case 4 -> (Object) d();
      case 5 -> (Object) c();
      default -> integer();
    };
  }

  final int[] ints() {
    int[] a = new int[below(9)];
    for (int k = 0; k < a.length; k++) {
      a[k] = i();
    }
    return keep(a);
  }

  final long[] longs() {
    long[] a = new long[below(9)];
    for (int k = 0; k < a.length; k++) {
      a[k] = j();
    }
    return keep(a);
  }

  final double[] doubles() {
    double[] a = new double[below(9)];
    for (int k = 0; k < a.length; k++) {
      a[k] = d();
    }
    return keep(a);
  }

  final float[] floats() {
    float[] a = new float[below(9)];
    for (int k = 0; k < a.length; k++) {
      a[k] = f();
    }
    return keep(a);
  }

  final short[] shorts() {
    short[] a = new short[below(9)];
    for (int k = 0; k < a.length; k++) {
      a[k] = s();
    }
    return keep(a);
  }

  final byte[] bytes() {
    byte[] a = new byte[below(9)];
    int kind = below(3);
    for (int k = 0; k < a.length; k++) {
      a[k] = kind == 0 ? (byte) "AQIDzw+/=".charAt(below(9)) : kind == 1 ? (byte) bits() : b();
    }
    return keep(a);
  }

  final char[] chars() {
    char[] a = new char[below(9)];
    for (int k = 0; k < a.length; k++) {
      a[k] = c();
    }
    return keep(a);
  }

  final boolean[] booleans() {
    boolean[] a = new boolean[below(9)];
    for (int k = 0; k < a.length; k++) {
      a[k] = z();
    }
    return keep(a);
  }

  final String[] strings() {
    String[] a = new String[below(5)];
    for (int k = 0; k < a.length; k++) {
      a[k] = string();
    }
    return keep(a);
  }

  final Object[] objects() {
    Object[] a = z() ? new Object[below(8)] : new Integer[below(8)];
    for (int k = 0; k < a.length; k++) {
      a[k] = a instanceof Integer[] || below(8) > 0 ? integer() : object();
    }
    return keep(a);
  }
}

package coldbench.differential;

import java.util.Random;

/**
 * float and double: operators, comparisons and every conversion (JLS 5.1.2, 5.1.3, 15.17 to 15.21).
 */
final class FloatingCases {
  private static final double[] EDGES = {
    0.0,
    -0.0,
    1,
    -1,
    0.5,
    -0.5,
    0.49999999999999994,
    1.5,
    -1.5,
    2.5,
    -2.5,
    3,
    7.9,
    127.5,
    128.5,
    -129,
    255.99,
    32767.9,
    65535.5,
    65536,
    1e5,
    2147483646.5,
    2147483647,
    2147483647.5,
    2147483648.0,
    -2147483648.0,
    -2147483648.5,
    -2147483649.0,
    4294967296.0,
    4503599627370497.5,
    9007199254740993.0,
    9.223372036854775E18,
    9.223372036854775807E18,
    -9.223372036854775808E18,
    1e19,
    1e20,
    -1e20,
    3.4028234663852886E38,
    1e39,
    1.401298464324817E-45,
    1e-46,
    Double.MIN_VALUE,
    Double.MIN_NORMAL,
    Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN
  };

  private FloatingCases() {}

  static void run(Cases cases, Random random) {
    double[] operands = new double[EDGES.length + 20];
    System.arraycopy(EDGES, 0, operands, 0, EDGES.length);
    for (int i = EDGES.length; i < operands.length; i++) {
      operands[i] =
          i % 2 == 0
              ? Double.longBitsToDouble(random.nextLong())
              : (random.nextDouble() - 0.5) * (1L << random.nextInt(63));
    }
    for (double a : operands) {
      conversions(cases, a);
      for (double b : operands) {
        binary(cases, a, b);
      }
    }
  }

  private static String bits(double value) {
    return Long.toHexString(Double.doubleToLongBits(value));
  }

  private static String bits(float value) {
    return Integer.toHexString(Float.floatToIntBits(value));
  }

  private static void conversions(Cases cases, double a) {
    float f = (float) a;
    cases.add(
        "double " + bits(a),
        () ->
            (int) a
                + " "
                + (long) a
                + " "
                + (short) a
                + " "
                + (byte) a
                + " "
                + (int) (char) a
                + " "
                + bits((float) a)
                + " "
                + (int) f
                + " "
                + (long) f
                + " "
                + (short) f
                + " "
                + (byte) f
                + " "
                + (int) (char) f
                + " "
                + bits(-a)
                + " "
                + bits((double) f));
    cases.add(
        "double round " + bits(a),
        () ->
            Math.round(a)
                + " "
                + Math.round(f)
                + " "
                + bits(Math.rint(a))
                + " "
                + bits(Math.floor(a))
                + " "
                + bits(Math.ceil(a))
                + " "
                + bits(Math.abs(a))
                + " "
                + bits(Math.sqrt(a))
                + " "
                + bits(Math.signum(a))
                + " "
                + Double.isNaN(a)
                + Double.isInfinite(a)
                + Double.isFinite(a)
                + " "
                + Double.hashCode(a)
                + " "
                + Float.hashCode(f));
    cases.add(
        "double boxed " + bits(a), () -> ((Double) a).equals(a) + " " + ((Double) a).intValue());
  }

  private static void binary(Cases cases, double a, double b) {
    float x = (float) a;
    float y = (float) b;
    cases.add(
        "double " + bits(a) + "," + bits(b),
        () ->
            bits(a + b)
                + " "
                + bits(a - b)
                + " "
                + bits(a * b)
                + " "
                + bits(a / b)
                + " "
                + bits(a % b)
                + " "
                + bits(a * b + a)
                + " "
                + (a < b)
                + (a <= b)
                + (a > b)
                + (a >= b)
                + (a == b)
                + (a != b)
                + !(a < b)
                + !(a >= b)
                + " "
                + Double.compare(a, b)
                + " "
                + bits(Math.max(a, b))
                + " "
                + bits(Math.min(a, b)));
    cases.add(
        "float " + bits(x) + "," + bits(y),
        () ->
            bits(x + y)
                + " "
                + bits(x - y)
                + " "
                + bits(x * y)
                + " "
                + bits(x / y)
                + " "
                + bits(x % y)
                + " "
                + bits(x * y + x)
                + " "
                + (x < y)
                + (x <= y)
                + (x > y)
                + (x >= y)
                + (x == y)
                + " "
                + Float.compare(x, y)
                + " "
                + bits(Math.max(x, y))
                + " "
                + bits(Math.min(x, y)));
  }
}

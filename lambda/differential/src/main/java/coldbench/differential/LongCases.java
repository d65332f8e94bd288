package coldbench.differential;

import java.util.Random;

/** Every operator of long on every pair of interesting operands. */
final class LongCases {
  private static final long[] EDGES = {
    0,
    1,
    -1,
    2,
    -2,
    10,
    31,
    32,
    33,
    63,
    64,
    65,
    -63,
    -64,
    255,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    1L << 32,
    -(1L << 32),
    (1L << 53) - 1,
    (1L << 53) + 1,
    0x5555555555555555L,
    Long.MAX_VALUE,
    Long.MAX_VALUE - 1,
    Long.MIN_VALUE,
    Long.MIN_VALUE + 1
  };

  private LongCases() {}

  static void run(Cases cases, Random random) {
    long[] operands = new long[EDGES.length + 14];
    System.arraycopy(EDGES, 0, operands, 0, EDGES.length);
    for (int i = EDGES.length; i < operands.length; i++) {
      operands[i] = random.nextLong() >> random.nextInt();
    }
    for (long a : operands) {
      unary(cases, a);
      for (long b : operands) {
        binary(cases, a, b);
      }
    }
  }

  private static void unary(Cases cases, long a) {
    cases.add(
        "long " + a,
        () ->
            -a
                + " "
                + ~a
                + " "
                + (byte) a
                + " "
                + (short) a
                + " "
                + (int) (char) a
                + " "
                + (int) a
                + " "
                + Float.floatToIntBits(a)
                + " "
                + Double.doubleToLongBits(a)
                + " "
                + (a << 67)
                + " "
                + (a >>> 70)
                + " "
                + (a >> -1)
                + " "
                + a / 7
                + " "
                + a % -7
                + " "
                + a / -1
                + " "
                + a % -1
                + " "
                + Math.abs(a)
                + " "
                + Long.bitCount(a)
                + " "
                + Long.reverse(a)
                + " "
                + Long.numberOfLeadingZeros(a)
                + " "
                + Long.numberOfTrailingZeros(a)
                + " "
                + Long.toHexString(a)
                + " "
                + Long.toString(a, 36)
                + " "
                + Long.hashCode(a));
    cases.add("long toIntExact " + a, () -> Math.toIntExact(a));
    cases.add("long toUnsignedString " + a, () -> Long.toUnsignedString(a));
  }

  private static void binary(Cases cases, long a, long b) {
    String pair = "long " + a + "," + b;
    cases.add(
        pair,
        () ->
            (a + b)
                + " "
                + (a - b)
                + " "
                + a * b
                + " "
                + (a & b)
                + " "
                + (a | b)
                + " "
                + (a ^ b)
                + " "
                + (a << b)
                + " "
                + (a >> b)
                + " "
                + (a >>> b)
                + " "
                + (a << (int) b)
                + " "
                + (a < b)
                + (a <= b)
                + (a > b)
                + (a >= b)
                + (a == b)
                + " "
                + Long.compare(a, b)
                + " "
                + Long.compareUnsigned(a, b)
                + " "
                + Math.max(a, b)
                + " "
                + Math.min(a, b));
    cases.add(pair + " /", () -> a / b);
    cases.add(pair + " %", () -> a % b);
    cases.add(pair + " floorMod", () -> Math.floorMod(a, b) + " " + Math.floorDiv(a, b));
    cases.add(
        pair + " unsigned", () -> Long.divideUnsigned(a, b) + " " + Long.remainderUnsigned(a, b));
    cases.add(pair + " addExact", () -> Math.addExact(a, b));
    cases.add(pair + " multiplyExact", () -> Math.multiplyExact(a, b));
  }
}

package coldbench.differential;

import java.util.Random;

/**
 * Every operator of int, byte, short and char on every pair of interesting operands (JLS 15.15 to
 * 15.22, 5.1).
 */
final class IntCases {
  private static final int[] EDGES = {
    0,
    1,
    -1,
    2,
    -2,
    3,
    7,
    -8,
    31,
    32,
    33,
    63,
    64,
    65,
    -31,
    -32,
    -33,
    127,
    128,
    -128,
    -129,
    255,
    256,
    32767,
    32768,
    -32768,
    65535,
    65536,
    0x55555555,
    Integer.MAX_VALUE,
    Integer.MAX_VALUE - 1,
    Integer.MIN_VALUE,
    Integer.MIN_VALUE + 1
  };

  private IntCases() {}

  static void run(Cases cases, Random random) {
    int[] operands = new int[EDGES.length + 17];
    System.arraycopy(EDGES, 0, operands, 0, EDGES.length);
    for (int i = EDGES.length; i < operands.length; i++) {
      operands[i] = random.nextInt() >> random.nextInt();
    }
    for (int a : operands) {
      unary(cases, a);
      for (int b : operands) {
        binary(cases, a, b);
      }
    }
  }

  private static void unary(Cases cases, int a) {
    cases.add(
        "int " + a,
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
                + (long) a
                + " "
                + Float.floatToIntBits(a)
                + " "
                + Double.doubleToLongBits(a)
                + " "
                + (a << 35)
                + " "
                + (a >>> 40)
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
                + Integer.bitCount(a)
                + " "
                + Integer.reverse(a)
                + " "
                + Integer.numberOfLeadingZeros(a)
                + " "
                + Integer.numberOfTrailingZeros(a)
                + " "
                + Integer.highestOneBit(a)
                + " "
                + Integer.toHexString(a)
                + " "
                + Integer.toString(a, 36)
                + " "
                + Integer.toUnsignedString(a)
                + " "
                + Integer.reverseBytes(a));
    cases.add("int " + a + " / 0 constant", () -> a / zero());
    cases.add("int negateExact " + a, () -> Math.negateExact(a));
  }

  @SuppressWarnings("IdentityBinaryExpression")
  private static int zero() {
    return 0;
  }

  private static void binary(Cases cases, int a, int b) {
    String pair = "int " + a + "," + b;
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
                + (a < b)
                + (a <= b)
                + (a > b)
                + (a >= b)
                + (a == b)
                + (a != b)
                + " "
                + Integer.compare(a, b)
                + " "
                + Integer.compareUnsigned(a, b)
                + " "
                + Math.max(a, b)
                + " "
                + Math.min(a, b)
                + " "
                + Integer.rotateLeft(a, b));
    cases.add(pair + " /", () -> a / b);
    cases.add(pair + " %", () -> a % b);
    cases.add(pair + " byte /", () -> (byte) a / (byte) b);
    cases.add(pair + " char %", () -> (char) a % (char) b);
    cases.add(pair + " /=", () -> compound(a, b));
    cases.add(pair + " floorMod", () -> Math.floorMod(a, b) + " " + Math.floorDiv(a, b));
    cases.add(
        pair + " unsigned",
        () -> Integer.divideUnsigned(a, b) + " " + Integer.remainderUnsigned(a, b));
    cases.add(pair + " exact", () -> Math.addExact(a, b) + " " + Math.multiplyExact(a, b));
    cases.add(pair + " subtractExact", () -> Math.subtractExact(a, b));
  }

  private static String compound(int a, int b) {
    byte small = (byte) a;
    small += b;
    short middle = (short) a;
    middle *= b;
    char wide = (char) a;
    wide <<= b;
    int whole = a;
    whole >>>= b;
    whole++;
    int floating = a;
    floating += 0.75 * b;
    int divided = a;
    divided /= b;
    return small + " " + middle + " " + (int) wide + " " + whole + " " + floating + " " + divided;
  }
}

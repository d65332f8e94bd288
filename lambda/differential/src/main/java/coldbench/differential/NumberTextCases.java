package coldbench.differential;

import java.util.Random;

/** Numbers to text and back. */
final class NumberTextCases {
  private static final String[] FORMATS = {
    "%d", "%5d", "%-5d|", "%05d", "%x", "%X", "%,d", "%+d", "%o"
  };

  private NumberTextCases() {}

  static void run(Cases cases, Random random) {
    for (int i = 0; i < 400; i++) {
      double d = some(random, i);
      cases.add("text of double " + Long.toHexString(Double.doubleToLongBits(d)), () -> d + "");
      cases.add(
          "text of float " + Integer.toHexString(Float.floatToIntBits((float) d)),
          () -> (float) d + "");
      String text =
          (random.nextInt(2000) - 1000)
              + "."
              + Math.abs(random.nextInt())
              + (i % 3 == 0 ? "e" + (random.nextInt(60) - 30) : "");
      cases.add(
          "parsed double " + text,
          () -> Long.toHexString(Double.doubleToLongBits(Double.parseDouble(text))));
      cases.add(
          "parsed float " + text,
          () -> Integer.toHexString(Float.floatToIntBits(Float.parseFloat(text))));
      cases.add(
          "two decimals " + text, () -> String.format("%.2f", Double.parseDouble(text) % 1e9));
    }
    for (String format : FORMATS) {
      for (int n : new int[] {0, 1, -1, 42, 1234567, Integer.MIN_VALUE}) {
        cases.add("format " + format + " " + n, () -> String.format(format, n));
      }
    }
  }

  private static double some(Random random, int i) {
    return switch (i % 5) {
      case 0 -> Double.longBitsToDouble(random.nextLong());
      case 1 -> random.nextInt(1000000) / 100.0;
      case 2 -> random.nextDouble();
      case 3 -> random.nextInt();
      default -> random.nextInt(100000) * 1e-3 * Math.pow(10, random.nextInt(20));
    };
  }
}

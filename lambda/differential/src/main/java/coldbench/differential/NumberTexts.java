package coldbench.differential;

import java.util.Random;

/** Numbers to text and back in millions, and those that others published as hard. */
final class NumberTexts {
  private static final int LINES = 100;

  private NumberTexts() {}

  /** Prints what each number's text is, once it has been read. */
  static void doubles(String[] texts) {
    for (int i = 1; i < texts.length; i++) {
      System.out.println(Double.toString(Double.parseDouble(texts[i])));
    }
  }

  static void floats(String[] texts) {
    for (int i = 1; i < texts.length; i++) {
      System.out.println(Float.toString(Float.parseFloat(texts[i])));
    }
  }

  /**
   * Prints hashes of their texts and of what decimals of up to 25 digits are read as, and how many
   * texts were not read as the number they came from.
   *
   * @param count how many doubles, and how many floats
   */
  static void drawn(long seed, int count) {
    for (int line = 0; line < LINES; line++) {
      int texts = 0;
      int read = 0;
      int wrong = 0;
      Draw draw = new Draw(seed * LINES + line);
      for (int i = line; i < count; i += LINES) {
        double d = draw.number();
        String text = Double.toString(d);
        texts = 31 * texts + text.hashCode();
        wrong += same(Double.parseDouble(text), d) ? 0 : 1;
        float f = draw.smallNumber();
        text = Float.toString(f);
        texts = 31 * texts + text.hashCode();
        wrong += same(Float.parseFloat(text), f) ? 0 : 1;
        String decimal = draw.decimal();
        read = 31 * read + Long.hashCode(Double.doubleToRawLongBits(Double.parseDouble(decimal)));
        read = 31 * read + Float.floatToRawIntBits(Float.parseFloat(decimal));
      }
      System.out.println(line + " texts " + texts + " read " + read + " wrong " + wrong);
    }
  }

  private static boolean same(double a, double b) {
    return Double.doubleToLongBits(a) == Double.doubleToLongBits(b);
  }

  private static boolean same(float a, float b) {
    return Float.floatToIntBits(a) == Float.floatToIntBits(b);
  }

  /** Half of the numbers have any bits; the others few digits, or are next to a power of two. */
  private static final class Draw {
    private static final char[] DIGITS = "0123456789".toCharArray();
    private final Random random;

    Draw(long seed) {
      random = new Random(seed);
    }

    double number() {
      return switch (random.nextInt(6)) {
        case 0 -> random.nextInt(1_000_000_000) / 100.0;
        case 1 -> random.nextInt(100_000) * Math.pow(10, random.nextInt(40) - 20);
        case 2 ->
            Double.longBitsToDouble(((long) random.nextInt(0x7ff) << 52) + random.nextInt(9) - 4);
        default -> Double.longBitsToDouble(random.nextLong());
      };
    }

    float smallNumber() {
      return switch (random.nextInt(6)) {
        case 0 -> random.nextInt(10_000_000) / 100f;
        case 1 -> (float) number();
        case 2 -> Float.intBitsToFloat((random.nextInt(0xff) << 23) + random.nextInt(9) - 4);
        default -> Float.intBitsToFloat(random.nextInt());
      };
    }

    String decimal() {
      char[] digits = new char[1 + random.nextInt(25)];
      for (int i = 0; i < digits.length; i++) {
        digits[i] = DIGITS[random.nextInt(10)];
      }
      return new String(digits) + "e" + (random.nextInt(700) - 360);
    }
  }
}

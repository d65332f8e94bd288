package coldbench.differential.programs;

import java.util.List;
import java.util.Random;

/** Random decisions, and names that are used once. */
final class Draw {
  private static final List<String> INTS =
      List.of(
          "0",
          "1",
          "-1",
          "2",
          "7",
          "31",
          "32",
          "33",
          "255",
          "-128",
          "65535",
          "46341",
          "Integer.MIN_VALUE",
          "Integer.MAX_VALUE",
          "0x55555555");
  private static final List<String> LONGS =
      List.of(
          "0L",
          "1L",
          "-1L",
          "3L",
          "63L",
          "64L",
          "0xffffffffL",
          "-2147483649L",
          "3037000500L",
          "Long.MIN_VALUE",
          "Long.MAX_VALUE",
          "0x123456789abcdefL");
  private static final List<String> DOUBLES =
      List.of(
          "0.0",
          "-0.0",
          "1.0",
          "-1.5",
          "0.1",
          "1e9",
          "-3e10",
          "1e19",
          "1e-310",
          "1e300",
          "Double.NaN",
          "Double.POSITIVE_INFINITY",
          "Double.NEGATIVE_INFINITY",
          "Double.MIN_VALUE",
          "Double.MAX_VALUE",
          "2147483648.0",
          "9.2e18");
  private static final List<String> FLOATS =
      List.of(
          "0f",
          "-0f",
          "1f",
          "-2.5f",
          "0.1f",
          "3e9f",
          "1e-44f",
          "16777217f",
          "Float.NaN",
          "Float.MAX_VALUE",
          "Float.NEGATIVE_INFINITY");
  private static final List<String> CHARS =
      List.of("'a'", "'Z'", "'0'", "' '", "'\\0'", "'\\uffff'", "'\\u00e9'");
  static final List<String> STRINGS =
      List.of(
          "\"\"",
          "\"a\"",
          "\"b\"",
          "\"Aa\"",
          "\"BB\"",
          "\"12\"",
          "\"-7\"",
          "\"hello\"",
          "\"\\u00e9\\u4e2d\"");

  final String program;
  private final Random random;
  private int names;

  /**
   * @param program the name of the class that is generated
   */
  Draw(String program, long seed) {
    this.program = program;
    random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean in(int chances) {
    return random.nextInt(chances) == 0;
  }

  <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  String name(String kind) {
    return kind + names++;
  }

  int place() {
    return names++;
  }

  String literal(Type type) {
    return switch (type) {
      case INT -> in(3) ? "" + (random.nextInt(200) - 100) : of(INTS);
      case LONG -> in(3) ? random.nextLong() + "L" : of(LONGS);
      case SHORT -> "(short) " + (random.nextInt(0x10000) - 0x8000);
      case BYTE -> "(byte) " + (random.nextInt(0x100) - 0x80);
      case CHAR -> of(CHARS);
      case FLOAT -> of(FLOATS);
      case DOUBLE -> of(DOUBLES);
      case BOOLEAN -> in(2) ? "true" : "false";
      case STRING -> of(STRINGS);
      case COLOR -> of(List.of("Color.RED", "Color.GREEN", "Color.BLUE"));
      default -> throw new IllegalArgumentException(type + " has no literals");
    };
  }
}

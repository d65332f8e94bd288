package coldbench.differential;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Formattable;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** String.format and its like: specifiers that are right and wrong, on arguments of every kind. */
final class FormatCases {
  private static final int DRAWN = 6000;
  private static final String CONVERSIONS = "bBhHsScCdoxXeEfgGaAn%dxfedfsgFDt";
  private static final String FLAGS = "-#+ 0,(<";
  private static final double[] DOUBLES = {
    0, -0.0, Double.NaN, 1 / 0.0, -1 / 0.0, 9.995, 0.00009999995, 999999.5, 1e21, 2.5, 0.5, 1.5
  };

  private FormatCases() {}

  static void run(Cases cases, Random random) {
    for (int i = 0; i < DRAWN; i++) {
      String format = format(random);
      Object[] arguments = {argument(random), argument(random), 7};
      cases.add(
          "format " + i + " " + format.replace('\n', ' '),
          () -> String.format(Locale.ROOT, format, arguments));
    }
    for (String format :
        List.of(
            "%",
            "%.",
            "%.d",
            "%5",
            "%-",
            "%t",
            "%q",
            "%D",
            "%99999999999d",
            "%1$",
            "%0$s",
            "%$s",
            "%99999999999$s",
            "%.99999999999f",
            "a%nb%%c",
            "%s %s",
            "%2$s",
            "%<s",
            "%--5s",
            "%-s",
            "%5n",
            "%-%",
            "%-5%|",
            "%05%",
            "%#s",
            "%1$5",
            "%..2f",
            "%5.2.2f")) {
      cases.add("format wrong " + format, () -> String.format(format, "x", 3));
    }
    cases.add("format formatted", () -> "%,d|%s".formatted(1234567, List.of(1, 2)));
    cases.add("format no arguments", () -> String.format("%s", (Object[]) null));
    cases.add("format default", () -> String.format("%,.2f", 1234567.891));
    cases.add("format itself", () -> new Formatter().format("%d", 1).format("%s", "z"));
    cases.add(
        "format closed",
        () -> {
          Formatter formatter = new Formatter(new StringBuilder());
          formatter.close();
          return formatter.format("x");
        });
    Formattable own = (formatter, flags, width, precision) -> formatter.format(flags + "," + width);
    cases.add("format own", () -> String.format("%s|%-5.3S|%#s", own, own, own));
    cases.add(
        "format printed",
        () -> {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          PrintStream out = new PrintStream(bytes);
          out.printf(Locale.ROOT, "%5.1f|%x%n", 2.25, -1).format("%s%n", "y").flush();
          StringWriter text = new StringWriter();
          new PrintWriter(text).printf("%d", 7).format(Locale.ROOT, "%s", "z").flush();
          return bytes + "" + text;
        });
  }

  private static String format(Random random) {
    StringBuilder format = new StringBuilder("<%");
    if (random.nextInt(6) == 0) {
      format.append(random.nextInt(4)).append('$');
    }
    for (int flags = random.nextInt(3); flags > 0; flags--) {
      format.append(FLAGS.charAt(random.nextInt(FLAGS.length())));
    }
    if (random.nextInt(2) == 0) {
      format.append(random.nextInt(25));
    }
    if (random.nextInt(3) == 0) {
      format.append('.').append(random.nextInt(random.nextInt(4) == 0 ? 30 : 6));
    }
    format.append(CONVERSIONS.charAt(random.nextInt(CONVERSIONS.length()))).append('>');
    return random.nextInt(5) == 0 ? format.append("%n%<s%%%d").toString() : format.toString();
  }

  /** No float as a text: JDK 17 writes a digit too many of some. */
  private static Object argument(Random random) {
    return switch (random.nextInt(16)) {
      case 0 -> null;
      case 1 -> "text\u00df";
      case 2 -> 'c';
      case 3 -> random.nextBoolean();
      case 4 -> (byte) random.nextInt();
      case 5 -> (short) random.nextInt();
      case 6 -> random.nextInt(2000) - 1000;
      case 7 -> Integer.MIN_VALUE;
      case 8 -> Long.MIN_VALUE;
      case 9 -> random.nextLong();
      case 10 -> new BigInteger("-123456789012345678901234567890");
      case 11 -> BigDecimal.valueOf(random.nextInt(1000000) - 500000, random.nextInt(12) - 3);
      case 12 -> (float) (random.nextInt(4000) - 2000) / 8;
      case 13 -> new BigDecimal("0.00");
      case 14 -> DOUBLES[random.nextInt(DOUBLES.length)];
      default -> (random.nextInt(2_000_000) - 1_000_000) / 100.0;
    };
  }
}

package coldbench.differential;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** String and StringBuilder on pairs of interesting strings and indexes. */
final class StringCases {
  private static final String[] STRINGS = {
    "",
    "a",
    "ab",
    "abc",
    "aXbXc",
    " x ",
    "\t\n",
    "hello world",
    "ÄÖü",
    "😀",
    "a😀b",
    "\ud800x",
    "0",
    "42",
    "-7",
    "+5",
    "2147483648",
    "1e3",
    "true",
    "null",
    "a,b,,c,,",
    "ABC",
    "aaaa"
  };

  private StringCases() {}

  static void run(Cases cases, Random random) {
    for (String s : STRINGS) {
      single(cases, s);
      for (int i = -1; i < 6; i++) {
        indexed(cases, s, i);
      }
      for (int radix = 0; radix < 40; radix += 3) {
        digits(cases, s, radix);
      }
      for (String t : STRINGS) {
        pair(cases, s, t);
      }
    }
    for (int i = 0; i < 400; i++) {
      byte[] bytes = utf8Like(random);
      cases.add("text of bytes " + i, () -> new String(bytes, UTF_8) + "|");
      cases.add("decoded " + i, () -> UTF_8.decode(ByteBuffer.wrap(bytes)) + "|");
      char[] chars = surrogates(random);
      cases.add("encoded " + i, () -> bytes(UTF_8.encode(CharBuffer.wrap(chars))));
      cases.add("encoded as ASCII " + i, () -> bytes(US_ASCII.encode(CharBuffer.wrap(chars))));
    }
    for (String s :
        List.of(
            "-0x8000000000000000",
            "0x7fffffffffffffff",
            "#7f",
            "-#80000000",
            "0X1f",
            "-010",
            "00",
            "0",
            "-0",
            "0x",
            "-",
            "+",
            "#",
            "0x-1",
            "--1",
            "+-1",
            "08",
            "+0x80000000",
            "-2147483648",
            "2147483648",
            "-9223372036854775808",
            "9223372036854775808",
            "-01777777777777777777777")) {
      cases.add("decode int " + s, () -> Integer.decode(s));
      cases.add("decode long " + s, () -> Long.decode(s));
      cases.add("decode short " + s, () -> Short.decode(s));
      cases.add("decode byte " + s, () -> Byte.decode(s));
    }
    for (int i = 0; i < 60; i++) {
      long seed = random.nextLong();
      cases.add("builder " + i, () -> built(new Random(seed)));
    }
  }

  /** What leads, follows or stands alone in UTF-8, and what never is in it. */
  private static byte[] utf8Like(Random random) {
    int[] some = {
      0, 'a', 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc2, 0xdf, 0xe0, 0xe4, 0xed, 0xef,
      0xf0, 0xf1, 0xf4, 0xf5, 0xff
    };
    byte[] bytes = new byte[random.nextInt(20)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) some[random.nextInt(some.length)];
    }
    return bytes;
  }

  private static char[] surrogates(Random random) {
    char[] some = {'a', '\u00e4', '\u20ac', '\ud83d', '\ude00', '\udfff', '\ud800'};
    char[] chars = new char[random.nextInt(20)];
    for (int i = 0; i < chars.length; i++) {
      chars[i] = some[random.nextInt(some.length)];
    }
    return chars;
  }

  private static String bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return Arrays.toString(bytes);
  }

  private static void single(Cases cases, String s) {
    String name = "string '" + s.replace('\n', ' ') + "'";
    cases.add(
        name,
        () ->
            s.length()
                + " "
                + s.hashCode()
                + " "
                + s.isEmpty()
                + " "
                + s.isBlank()
                + " '"
                + s.trim()
                + "' '"
                + s.strip()
                + "' "
                + s.toUpperCase(Locale.ROOT)
                + s.toLowerCase(Locale.ROOT)
                + " "
                + Arrays.toString(s.toCharArray())
                + s.codePointCount(0, s.length()));
    cases.add(name + " bytes", () -> Arrays.toString(s.getBytes(UTF_8)));
    cases.add(name + " latin", () -> Arrays.toString(s.getBytes(ISO_8859_1)));
    cases.add(name + " ascii", () -> Arrays.toString(s.getBytes(US_ASCII)));
    cases.add(name + " back", () -> new String(s.getBytes(UTF_8), UTF_8).equals(s));
    for (int i = -1; i < 4; i++) {
      for (int j = -1; j < 5; j++) {
        int from = i;
        int length = j;
        byte[] bytes = s.getBytes(UTF_8);
        cases.add(
            name + " of bytes " + i + " " + j, () -> new String(bytes, from, length, UTF_8) + "|");
        cases.add(name + " of default bytes " + i + " " + j, () -> new String(bytes, from, length));
        cases.add(
            name + " of Latin bytes " + i + " " + j,
            () -> new String(bytes, from, length, ISO_8859_1));
      }
    }
    cases.add(name + " parseInt", () -> Integer.parseInt(s));
    cases.add(name + " parseLong", () -> Long.parseLong(s));
    cases.add(name + " decode", () -> Integer.decode(s));
    cases.add(name + " radix", () -> Integer.parseInt(s, 16));
    cases.add(name + " parseBoolean", () -> Boolean.parseBoolean(s));
    cases.add(name + " split", () -> Arrays.toString(s.split(",")) + s.split("X").length);
    cases.add(name + " switch", () -> switched(s));
    cases.add(name + " chars", () -> s.chars().sum() + " " + s.codePoints().count());
  }

  private static void digits(Cases cases, String s, int radix) {
    cases.add(
        "string '" + s.replace('\n', ' ') + "' digits " + radix,
        () -> {
          StringBuilder digits = new StringBuilder();
          s.codePoints().forEach(point -> digits.append(Character.digit(point, radix)).append(' '));
          return digits;
        });
  }

  private static int switched(String s) {
    return switch (s) {
      case "a", "b" -> 1;
      case "abc" -> 2;
      case "Aa", "BB" -> 3; // the same hash
      case "" -> 4;
      case "😀" -> 5;
      default -> 6;
    };
  }

  private static void indexed(Cases cases, String s, int i) {
    String name = "string '" + s.replace('\n', ' ') + "' " + i;
    cases.add(name + " charAt", () -> (int) s.charAt(i));
    cases.add(name + " substring", () -> s.substring(i));
    cases.add(name + " codePointAt", () -> s.codePointAt(i));
    cases.add(name + " repeat", () -> s.repeat(i));
    cases.add(
        name + " setCharAt",
        () -> {
          var b = new StringBuilder(s);
          b.setCharAt(i, 'q');
          return b;
        });
    cases.add(name + " deleteCharAt", () -> new StringBuilder(s).deleteCharAt(i));
    cases.add(name + " insert", () -> new StringBuilder(s).insert(i, 42));
    cases.add(
        name + " setLength",
        () -> {
          var b = new StringBuilder(s);
          b.setLength(i);
          return b.length();
        });
    for (int j = -1; j < 5; j++) {
      int end = j;
      cases.add(name + " substring " + j, () -> s.substring(i, end));
      cases.add(name + " delete " + j, () -> new StringBuilder(s).delete(i, end));
    }
  }

  private static void pair(Cases cases, String s, String t) {
    cases.add(
        "strings '" + s.replace('\n', ' ') + "','" + t.replace('\n', ' ') + "'",
        () ->
            Integer.signum(s.compareTo(t))
                + " "
                + s.equals(t)
                + s.equalsIgnoreCase(t)
                + " "
                + s.indexOf(t)
                + " "
                + s.lastIndexOf(t)
                + " "
                + s.contains(t)
                + s.startsWith(t)
                + s.endsWith(t)
                + " "
                + s.replace(t, "_")
                + " "
                + s.concat(t)
                + " "
                + String.join("-", s, t)
                + " "
                + s.indexOf(t, 1));
  }

  private static String built(Random random) {
    StringBuilder b = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      switch (random.nextInt(8)) {
        case 0 -> b.append(random.nextInt());
        case 1 -> b.append(random.nextLong());
        case 2 -> b.append(STRINGS[random.nextInt(STRINGS.length)]);
        case 3 -> b.append((char) ('a' + random.nextInt(26))).append(random.nextBoolean());
        case 4 -> b.insert(random.nextInt(b.length() + 1), "|");
        case 5 -> b.delete(b.length() / 2, Math.min(b.length(), b.length() / 2 + 3));
        case 6 -> b.replace(0, Math.min(2, b.length()), "<>");
        default -> b.append(new char[] {'x', 'y'}).appendCodePoint(0x1F600);
      }
    }
    return b + " " + b.length();
  }
}

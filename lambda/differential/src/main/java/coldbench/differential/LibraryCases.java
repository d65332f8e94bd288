package coldbench.differential;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Methods of the class library that are not TeaVM's. */
final class LibraryCases {
  private record Numbers(double d, float f, long l, String s) {}

  private LibraryCases() {}

  static void run(Cases cases, Random random) {
    cases.add(
        "library rangeClosed",
        () ->
            IntStream.rangeClosed(Integer.MAX_VALUE - 1, Integer.MAX_VALUE).boxed().toList()
                + ""
                + LongStream.rangeClosed(Long.MAX_VALUE, Long.MAX_VALUE).boxed().toList());
    for (int length = 0; length < 10; length++) {
      byte[] bytes = new byte[length];
      cases.add(
          "library nextBytes " + length,
          () -> {
            new Random(42).nextBytes(bytes);
            return Arrays.toString(bytes) + Base64.getEncoder().encodeToString(bytes);
          });
    }
    cases.add("library shuffle", () -> shuffled(new Random(1)));
    cases.add("library readAllBytes", () -> readTwice());
    cases.add("library UUID", () -> UUID.fromString("1-2-3-4-5").toString() + new UUID(-1, 7));
    cases.add("library no UUID", () -> UUID.fromString("x"));
    cases.add("library random UUID", () -> UUID.randomUUID().toString().charAt(14));
    cases.add(
        "library joined", () -> String.join("-", "a", null) + new StringJoiner(",", "[", "]"));
    cases.add("library ignoring case", () -> "\u0131\u017f".equalsIgnoreCase("IS"));
    cases.add("library starting before", () -> "abc".startsWith("a", -1));
    cases.add("library deque", () -> deque());
    cases.add(
        "library environment", () -> System.getenv("PATH").equals(System.getenv().get("PATH")));
    records(cases);
    weeksAndQuarters(cases);
    properties(cases);
    texts(cases, random);
    collections(cases);
    streams(cases);
    letters(cases);
  }

  private static void weeksAndQuarters(Cases cases) {
    LocalDate newYear = LocalDate.of(2021, 1, 1);
    for (int day = -4; day < 5; day++) {
      LocalDate date = newYear.plusDays(day);
      cases.add(
          "library weeks " + date,
          () ->
              date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)
                  + " "
                  + date.get(WeekFields.SUNDAY_START.weekOfYear())
                  + " "
                  + date.plus(1, IsoFields.WEEK_BASED_YEARS)
                  + date.with(WeekFields.ISO.weekOfMonth(), 3));
      cases.add(
          "library quarters " + date,
          () ->
              date.plus(3, IsoFields.QUARTER_YEARS)
                  + " "
                  + date.get(IsoFields.DAY_OF_QUARTER)
                  + " "
                  + newYear.plusYears(-3).until(date, IsoFields.QUARTER_YEARS));
    }
  }

  private static void properties(Cases cases) {
    String text = "# c\n! d\na = b\\\n   c\nk\\:x:v\\u00e4\\t|\n\u00e9=\u20ac\n lone\n=e\n";
    cases.add("library properties", () -> loaded(text).toString());
    cases.add(
        "library stored properties",
        () -> {
          StringWriter stored = new StringWriter();
          loaded(text).store(stored, "of\n\u20ac");
          return Stream.of(stored.toString().split("\n"))
              .filter(line -> !line.matches("#.*\\d{4}"))
              .toList();
        });
    cases.add(
        "library properties in bytes",
        () -> {
          ByteArrayOutputStream stored = new ByteArrayOutputStream();
          loaded(text).store(stored, null);
          return Stream.of(stored.toString().split("\n")).skip(1).toList();
        });
    cases.add("library wrong properties", () -> loaded("a=\\u00zz"));
  }

  private static Properties loaded(String text) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(text));
    return properties;
  }

  private static void records(Cases cases) {
    Numbers[] all = {
      new Numbers(0.0, 0f, 0, "a"),
      new Numbers(-0.0, 0f, 0, "a"),
      new Numbers(0.0, -0f, 0, null),
      new Numbers(Double.NaN, Float.NaN, 1, null),
      new Numbers(Double.NaN, Float.NaN, 1, null)
    };
    for (Numbers one : all) {
      for (Numbers other : all) {
        cases.add("library record " + one + other, () -> one.equals(other) + "" + one.hashCode());
      }
    }
  }

  private static void collections(Cases cases) {
    cases.add(
        "library headMap cleared",
        () -> {
          TreeMap<Integer, Integer> map = new TreeMap<>(Map.of(1, 1, 3, 3, 5, 5));
          map.headMap(3).clear();
          map.tailMap(4).entrySet().removeIf(e -> e.getKey() == 4);
          return map.toString() + map.subMap(0, 4).firstKey();
        });
    cases.add("library null in Map.of", () -> Map.of("a", null));
    cases.add("library null in List.of", () -> List.of("a").contains(null));
    cases.add("library end of a list", () -> new ArrayList<>().iterator().next());
    for (int count = 1; count < 40; count += 3) {
      Map<String, Integer> hashed = new HashMap<>();
      Map<String, Integer> concurrent = new ConcurrentHashMap<>();
      Set<Object> set = new HashSet<>();
      for (int i = 0; i < count; i++) {
        hashed.put("key" + i * 37, i);
        concurrent.put("key" + i * 37, i);
        set.add(i % 2 == 0 ? (Object) (i * 1000003) : "x" + i);
      }
      cases.add("library order of a HashMap of " + count, () -> hashed.toString() + set);
      cases.add(
          "library ConcurrentHashMap of " + count,
          () -> {
            for (Map.Entry<String, Integer> entry : concurrent.entrySet()) {
              if (entry.getValue() % 2 == 0) {
                concurrent.remove(entry.getKey());
              }
              entry.setValue(entry.getValue() + 1);
            }
            return new TreeMap<>(concurrent);
          });
    }
  }

  private static void streams(Cases cases) {
    cases.add(
        "library flatMap of null",
        () -> Stream.of(1, 2, 3).flatMap(x -> x == 1 ? null : Stream.of(x)).toList());
    cases.add(
        "library stream used twice",
        () -> {
          Stream<Integer> stream = Stream.of(1);
          return stream.count() + stream.count();
        });
    cases.add("library joining", () -> Stream.of("a", null).collect(Collectors.joining("-")));
    cases.add("library sum", () -> Double.doubleToLongBits(DoubleStream.of(0.1, 0.2, 0.3).sum()));
    cases.add(
        "library grouping",
        () ->
            IntStream.range(0, 50)
                .boxed()
                .parallel()
                .collect(Collectors.groupingBy(i -> "k" + i % 7, Collectors.summingInt(i -> i))));
    cases.add(
        "library sorted",
        () -> Stream.of(3, 1, 2, 3).sorted().distinct().skip(1).map(i -> i * 2).toList());
  }

  private static void letters(Cases cases) {
    for (char c = 0; c < 0xd800; c += c < 0x2000 ? 1 : 13) {
      String letter = "a" + c + "B" + c;
      cases.add(
          "library letter " + (int) c,
          () ->
              letter.toUpperCase()
                  + letter.toLowerCase()
                  + letter.equalsIgnoreCase(letter.toUpperCase())
                  + letter.isBlank());
    }
    for (String text :
        List.of("\u03a3\u0391\u03a3", "\u03a3", "A\u03a3.", "A\u03a3.b", "\u0130I")) {
      cases.add("library lower " + text, () -> text.toLowerCase());
      cases.add("library turkish " + text, () -> text.toLowerCase(new Locale("tr")));
    }
    for (String regex : List.of("", "(?=[A-Z])", ",", "b*", "[,;]\\s*")) {
      for (int limit = -1; limit < 4; limit++) {
        int most = limit;
        for (String text : List.of("", "abc", "CamelCase", ",a,,b,,", "a, b;c,d")) {
          cases.add(
              "library split " + text + " at " + regex + " " + limit,
              () -> Arrays.toString(text.split(regex, most)));
        }
      }
    }
    for (String text :
        List.of("\u0663", "+7", "-", "", "2147483648", "-2147483648", "1_0", "\uff17")) {
      cases.add("library int " + text, () -> Integer.parseInt(text));
      cases.add("library long " + text, () -> Long.parseLong(text, 36));
    }
    for (int radix : new int[] {-1, 0, 1, 2, 7, 36, 37}) {
      cases.add(
          "library in radix " + radix,
          () ->
              Long.toString(Long.MIN_VALUE, radix)
                  + Long.toUnsignedString(-7, radix)
                  + Integer.toUnsignedString(-7, radix)
                  + Integer.toString(-7, radix));
    }
  }

  private static void texts(Cases cases, Random random) {
    for (String text : List.of("AQI=", "AQI", "AQ==", "A", "AQ=", "====", "AQI=\n", "A-_+", "")) {
      cases.add("library decoded " + text, () -> Arrays.toString(Base64.getDecoder().decode(text)));
      cases.add("library url " + text, () -> Arrays.toString(Base64.getUrlDecoder().decode(text)));
    }
    for (int i = 0; i < 400; i++) {
      byte[] bytes = new byte[1 + random.nextInt(6)];
      for (int k = 0; k < bytes.length; k++) {
        bytes[k] = (byte) utf8(random);
      }
      cases.add(
          "library UTF-8 " + Arrays.toString(bytes),
          () -> new String(bytes, StandardCharsets.UTF_8));
    }
    for (int length = 505; length < 520; length++) {
      String text = "x".repeat(length) + "\u20ac\ud83d\ude00";
      cases.add(
          "library long UTF-8 " + length,
          () ->
              new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                  .equals(text));
    }
    for (double d : new double[] {1000, 0.001, 2, Double.MIN_VALUE, Double.MAX_VALUE, -1}) {
      cases.add("library log10 " + Double.doubleToLongBits(d), () -> (int) Math.log10(d));
      cases.add(
          "library ulp " + Double.doubleToLongBits(d),
          () ->
              Double.doubleToLongBits(Math.ulp(d))
                  + " "
                  + Float.floatToIntBits(Math.ulp((float) d)));
      cases.add(
          "library remainder " + Double.doubleToLongBits(d),
          () -> Double.doubleToLongBits(Math.IEEEremainder(d, 3)));
    }
  }

  private static int utf8(Random random) {
    int[] leading = {0xc0, 0xc2, 0xe0, 0xe2, 0xed, 0xef, 0xf0, 0xf4, 0xf5, 0xff, 0x41};
    return random.nextBoolean()
        ? leading[random.nextInt(leading.length)]
        : 0x80 + 0x10 * random.nextInt(4) + random.nextInt(16);
  }

  private static List<Integer> shuffled(Random random) {
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6));
    Collections.shuffle(list, random);
    return list;
  }

  private static String readTwice() throws Exception {
    ByteArrayInputStream in = new ByteArrayInputStream(new byte[] {1, 2, 3});
    return Arrays.toString(in.readNBytes(1)) + Arrays.toString(in.readAllBytes()) + in.read();
  }

  private static String deque() {
    ArrayDeque<Integer> deque = new ArrayDeque<>(4);
    for (int i = 0; i < 6; i++) {
      deque.addFirst(i);
      deque.addLast(-i);
    }
    deque.removeIf(x -> x % 2 == 0);
    return deque.toString();
  }
}

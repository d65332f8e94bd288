package coldbench.differential.library;

import java.io.*;
import java.math.*;
import java.nio.*;
import java.nio.charset.*;
import java.time.*;
import java.time.format.*;
import java.time.temporal.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.regex.*;
import java.util.stream.*;

/** Objects to call methods of, and with: collections of every kind, their views, streams. */
@SuppressWarnings({"rawtypes", "unchecked"})
final class Draw extends FunctionPool {
  int depth;

  Draw(long seed) {
    super(seed);
  }

  Collection fill(Collection c) {
    for (int n = below(8); n > 0; n--) {
      c.add(integer());
    }
    return c;
  }

  private Map fill(Map m) {
    for (int n = below(8); n > 0; n--) {
      m.put(integer(), integer());
    }
    return m;
  }

  <T> T pick(T... of) {
    return of[below(of.length)];
  }

  List list() {
    List l = (List) fill(new ArrayList());
    return keep(
        switch (below(14)) {
          case 0 -> new LinkedList(l);
          case 1 -> List.copyOf(l);
          case 2 -> Arrays.asList(l.toArray());
          case 3 -> Collections.unmodifiableList(l);
          case 4 -> l.subList(0, l.size() / 2);
          case 5 -> new Vector(l);
          case 6 -> new CopyOnWriteArrayList(l);
          case 7 -> List.of(1, 2);
          case 8 -> Collections.nCopies(below(4), 3);
          case 9 -> new LinkedList(l).subList(l.size() / 2, l.size());
          case 10 -> l.stream().toList();
          default -> l;
        });
  }

  Set set() {
    return keep(
        (Set)
            switch (below(10)) {
              case 0 -> fill(new LinkedHashSet());
              case 1 -> Set.of(3);
              case 2 -> navigableSet();
              case 3 -> map().keySet();
              case 4 -> Collections.unmodifiableSet((Set) fill(new TreeSet()));
              case 5 -> Collections.newSetFromMap(new LinkedHashMap());
              default -> fill(new HashSet());
            });
  }

  NavigableSet navigableSet() {
    TreeSet t = (TreeSet) fill(new TreeSet());
    return keep(
        switch (below(7)) {
          case 0 -> t.headSet(integer(), z());
          case 1 -> t.tailSet(integer(), z());
          case 2 -> t.subSet(1, z(), 1 + integer(), z());
          case 3 -> t.descendingSet();
          case 4 -> ((NavigableMap) fill(new TreeMap())).navigableKeySet();
          default -> t;
        });
  }

  Map map() {
    return keep(
        switch (below(10)) {
          case 0, 1 -> (Map) fill(new LinkedHashMap());
          case 2 -> Map.of(1, 2);
          case 3 -> navigableMap();
          case 4 -> Collections.unmodifiableMap(fill(new TreeMap()));
          case 5 -> new ConcurrentHashMap(fill(new HashMap()));
          case 6 -> new Hashtable(fill(new HashMap()));
          default -> fill(new HashMap());
        });
  }

  NavigableMap navigableMap() {
    TreeMap t = (TreeMap) fill(new TreeMap());
    return keep(
        switch (below(7)) {
          case 0 -> t.headMap(integer(), z());
          case 1 -> t.tailMap(integer(), z());
          case 2 -> t.subMap(1, z(), 1 + integer(), z());
          case 3 -> t.descendingMap();
          case 4 -> t.descendingMap().headMap(integer(), z());
          default -> t;
        });
  }

  Collection collection() {
    return switch (below(6)) {
      case 0 -> set();
      case 1 -> deque();
      case 2 -> keep(map().values());
      default -> list();
    };
  }

  Deque deque() {
    return keep((Deque) fill(z() ? new ArrayDeque() : new LinkedList()));
  }

  Iterator iterator() {
    return collection().iterator();
  }

  Comparator comparator() {
    return switch (below(5)) {
      case 0 -> null;
      case 1 -> Comparator.reverseOrder();
      case 2 -> Comparator.nullsFirst(Comparator.naturalOrder());
      default -> Comparator.naturalOrder();
    };
  }

  Stream stream() {
    Stream s = z() ? collection().stream() : Stream.of(objects());
    return switch (below(6)) {
      case 0 -> s.filter(predicate());
      case 1 -> s.map(function());
      case 2 -> Stream.concat(s, list().stream());
      case 3 -> Stream.iterate(0, x -> (Integer) x + 1).limit(below(5));
      default -> s;
    };
  }

  IntStream intStream() {
    return switch (below(5)) {
      case 0 -> IntStream.range(below(4), below(9));
      case 1 -> IntStream.rangeClosed(Integer.MAX_VALUE - below(4), Integer.MAX_VALUE);
      case 2 -> "a\ud83d\ude00b".chars();
      case 3 -> IntStream.of(ints()).filter(intPredicate());
      default -> IntStream.of(ints());
    };
  }

  LongStream longStream() {
    return switch (below(4)) {
      case 0 -> LongStream.range(below(4), below(9));
      case 1 -> LongStream.rangeClosed(Long.MAX_VALUE - below(4), Long.MAX_VALUE);
      default -> LongStream.of(longs());
    };
  }

  DoubleStream doubleStream() {
    return z() ? DoubleStream.of(doubles()) : IntStream.range(0, below(6)).asDoubleStream();
  }

  Collector collector() {
    return switch (below(8)) {
      case 0 -> Collectors.toSet();
      case 1 -> Collectors.counting();
      case 2 -> Collectors.mapping(function(), Collectors.toList());
      case 3 -> Collectors.summingInt(toIntFunction());
      case 4 -> Collectors.averagingDouble(toDoubleFunction());
      case 5 -> Collectors.reducing(0, binaryOperator());
      default -> Collectors.toList();
    };
  }

  Throwable throwable() {
    return z() ? new IllegalStateException("why") : new Error();
  }

  ByteBuffer byteBuffer() {
    ByteBuffer b =
        ByteBuffer.allocate(16).order(z() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    b.put(bytes());
    return keep(z() ? b : (ByteBuffer) b.flip());
  }

  CharBuffer charBuffer() {
    return keep(z() ? CharBuffer.wrap(chars()) : CharBuffer.allocate(below(9)));
  }

  InputStream inputStream() {
    return new ByteArrayInputStream(bytes());
  }

  Reader reader() {
    String s = string();
    return new StringReader(s == null ? "" : s);
  }

  Charset charset() {
    return pick(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.US_ASCII);
  }

  Pattern pattern() {
    return Pattern.compile(
        pick(
            "a",
            "",
            "[a-c]+",
            "(a)(b)?",
            "\\d+",
            "\\s*,\\s*",
            "x|y",
            "(?<n>b)",
            "^.",
            "\\w*?",
            "(?=[A-Z])",
            "(?i)A"));
  }

  Class aClass() {
    return pick(String.class, int.class, Integer.class, int[].class, Object.class, List.class);
  }

  BigInteger bigInteger() {
    return switch (below(4)) {
      case 0 -> BigInteger.valueOf(j());
      case 1 -> BigInteger.valueOf(j()).multiply(BigInteger.valueOf(j()));
      default -> BigInteger.valueOf(i());
    };
  }

  BigDecimal bigDecimal() {
    return z() ? new BigDecimal(bigInteger(), below(20) - 5) : BigDecimal.valueOf(i(), below(5));
  }

  Instant instant() {
    return switch (below(5)) {
      case 0 -> Instant.ofEpochSecond(i(), i());
      case 1 -> pick(Instant.EPOCH, Instant.ofEpochSecond(951782400), Instant.MIN, Instant.MAX);
      default -> Instant.ofEpochMilli(j() % 4_000_000_000_000L);
    };
  }

  Duration duration() {
    return z() ? Duration.ofMillis(j() % 1_000_000_000_000L) : Duration.ofSeconds(i(), i());
  }

  LocalDate localDate() {
    return switch (below(4)) {
      case 0 ->
          pick(LocalDate.of(2024, 2, 29), LocalDate.of(1900, 2, 28), LocalDate.MIN, LocalDate.MAX);
      case 1 -> LocalDate.of(below(3000) - 500, 1 + below(12), 1 + below(28));
      default -> LocalDate.ofEpochDay(below(60000) - 20000);
    };
  }

  LocalTime localTime() {
    return switch (below(4)) {
      case 0 -> pick(LocalTime.MIN, LocalTime.MAX, LocalTime.NOON);
      case 1 -> LocalTime.ofSecondOfDay(below(86400));
      default -> LocalTime.ofNanoOfDay((bits() >>> 1) % 86_400_000_000_000L);
    };
  }

  ZoneOffset zoneOffset() {
    return z() ? ZoneOffset.UTC : ZoneOffset.ofTotalSeconds((below(73) - 36) * 1800);
  }

  Temporal temporal() {
    return switch (below(5)) {
      case 0 -> instant();
      case 1 -> localTime();
      case 2 -> LocalDateTime.of(localDate(), localTime());
      case 3 -> instant().atOffset(zoneOffset());
      default -> localDate();
    };
  }

  DateTimeFormatter dateTimeFormatter() {
    return pick(
        DateTimeFormatter.ISO_LOCAL_DATE,
        DateTimeFormatter.ISO_LOCAL_TIME,
        DateTimeFormatter.ISO_LOCAL_DATE_TIME,
        DateTimeFormatter.ISO_OFFSET_DATE_TIME,
        DateTimeFormatter.ISO_INSTANT,
        DateTimeFormatter.ISO_DATE,
        DateTimeFormatter.BASIC_ISO_DATE);
  }
}

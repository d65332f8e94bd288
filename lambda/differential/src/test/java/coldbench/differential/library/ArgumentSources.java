package coldbench.differential.library;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is written in source text for an argument of a type: a draw from the pools. */
final class ArgumentSources {
  private static final Map<Class<?>, String> POOL = new LinkedHashMap<>();

  static {
    primitive(int.class, "i");
    primitive(long.class, "j");
    primitive(double.class, "d");
    primitive(float.class, "f");
    primitive(boolean.class, "z");
    primitive(byte.class, "b");
    primitive(short.class, "s");
    primitive(char.class, "c");
    POOL.put(Integer.class, "(Integer) d.i()");
    POOL.put(Long.class, "(Long) d.j()");
    POOL.put(Double.class, "(Double) d.d()");
    POOL.put(Float.class, "(Float) d.f()");
    POOL.put(Short.class, "(Short) d.s()");
    POOL.put(Byte.class, "(Byte) d.b()");
    POOL.put(Character.class, "(Character) d.c()");
    POOL.put(Boolean.class, "(Boolean) d.z()");
    POOL.put(Number.class, "d.z() ? (Number) d.i() : (Number) d.d()");
    POOL.put(String.class, "d.string()");
    POOL.put(String[].class, "d.strings()");
    POOL.put(CharSequence.class, "d.charSequence()");
    POOL.put(Object.class, "d.object()");
    POOL.put(Object[].class, "d.objects()");
    POOL.put(Comparable.class, "(Comparable) d.integer()");
    POOL.put(Iterable.class, "d.collection()");
    POOL.put(java.util.Collection.class, "d.collection()");
    POOL.put(java.util.List.class, "d.list()");
    POOL.put(java.util.Set.class, "d.set()");
    POOL.put(java.util.SortedSet.class, "d.navigableSet()");
    POOL.put(java.util.NavigableSet.class, "d.navigableSet()");
    POOL.put(java.util.Map.class, "d.map()");
    POOL.put(java.util.SortedMap.class, "d.navigableMap()");
    POOL.put(java.util.NavigableMap.class, "d.navigableMap()");
    POOL.put(java.util.Queue.class, "d.deque()");
    POOL.put(java.util.Deque.class, "d.deque()");
    POOL.put(java.util.Iterator.class, "d.iterator()");
    POOL.put(java.util.ListIterator.class, "d.list().listIterator()");
    POOL.put(java.util.Enumeration.class, "java.util.Collections.enumeration(d.list())");
    POOL.put(java.util.Spliterator.class, "d.collection().spliterator()");
    POOL.put(java.util.PrimitiveIterator.OfInt.class, "d.intStream().iterator()");
    POOL.put(java.util.PrimitiveIterator.OfLong.class, "d.longStream().iterator()");
    POOL.put(java.util.PrimitiveIterator.OfDouble.class, "d.doubleStream().iterator()");
    POOL.put(java.util.Spliterator.OfInt.class, "d.intStream().spliterator()");
    POOL.put(java.util.Comparator.class, "d.comparator()");
    POOL.put(java.util.Map.Entry.class, "java.util.Map.entry(d.integer(), d.integer())");
    POOL.put(java.util.Random.class, "new java.util.Random(d.i())");
    POOL.put(java.util.Locale.class, "java.util.Locale.ROOT");
    POOL.put(
        java.util.concurrent.ConcurrentMap.class,
        "new java.util.concurrent.ConcurrentHashMap(d.map())");
    POOL.put(
        java.util.concurrent.ConcurrentHashMap.class,
        "new java.util.concurrent.ConcurrentHashMap(d.map())");
    POOL.put(java.util.stream.Stream.class, "d.stream()");
    POOL.put(java.util.stream.IntStream.class, "d.intStream()");
    POOL.put(java.util.stream.LongStream.class, "d.longStream()");
    POOL.put(java.util.stream.DoubleStream.class, "d.doubleStream()");
    POOL.put(java.util.stream.BaseStream.class, "d.stream()");
    POOL.put(java.util.stream.Collector.class, "d.collector()");
    POOL.put(java.util.regex.Pattern.class, "d.pattern()");
    POOL.put(
        java.util.regex.Matcher.class,
        "d.pattern().matcher(java.util.Objects.requireNonNullElse(d.string(), \"aabb\"))");
    POOL.put(
        java.util.regex.MatchResult.class,
        "d.pattern().matcher(java.util.Objects.requireNonNullElse(d.string(), \"aabb\"))");
    POOL.put(java.math.BigInteger.class, "d.bigInteger()");
    POOL.put(java.math.BigDecimal.class, "d.bigDecimal()");
    POOL.put(
        java.math.MathContext.class,
        "d.pick(java.math.MathContext.DECIMAL32, java.math.MathContext.DECIMAL64, new java.math.MathContext(3), java.math.MathContext.UNLIMITED)");
    POOL.put(java.nio.ByteBuffer.class, "d.byteBuffer()");
    POOL.put(java.nio.CharBuffer.class, "d.charBuffer()");
    POOL.put(java.nio.IntBuffer.class, "d.byteBuffer().asIntBuffer()");
    POOL.put(java.nio.LongBuffer.class, "d.byteBuffer().asLongBuffer()");
    POOL.put(java.nio.ShortBuffer.class, "d.byteBuffer().asShortBuffer()");
    POOL.put(java.nio.FloatBuffer.class, "d.byteBuffer().asFloatBuffer()");
    POOL.put(java.nio.DoubleBuffer.class, "d.byteBuffer().asDoubleBuffer()");
    POOL.put(java.nio.Buffer.class, "d.byteBuffer()");
    POOL.put(
        java.nio.ByteOrder.class,
        "d.pick(java.nio.ByteOrder.BIG_ENDIAN, java.nio.ByteOrder.LITTLE_ENDIAN)");
    POOL.put(java.nio.charset.Charset.class, "d.charset()");
    POOL.put(java.nio.charset.CharsetEncoder.class, "d.charset().newEncoder()");
    POOL.put(java.nio.charset.CharsetDecoder.class, "d.charset().newDecoder()");
    POOL.put(
        java.nio.charset.CodingErrorAction.class,
        "d.pick(java.nio.charset.CodingErrorAction.REPLACE, java.nio.charset.CodingErrorAction.REPORT, java.nio.charset.CodingErrorAction.IGNORE)");
    POOL.put(java.io.InputStream.class, "d.inputStream()");
    POOL.put(java.io.OutputStream.class, "d.keep(new java.io.ByteArrayOutputStream())");
    POOL.put(java.io.Reader.class, "d.reader()");
    POOL.put(java.io.Writer.class, "d.keep(new java.io.StringWriter())");
    POOL.put(Appendable.class, "d.keep(new StringBuilder())");
    POOL.put(Throwable.class, "d.throwable()");
    POOL.put(Exception.class, "new Exception(d.string())");
    POOL.put(Class.class, "d.aClass()");
    POOL.put(
        java.util.UUID.class,
        "java.util.UUID.fromString(d.pick(\"00112233-4455-6677-8899-aabbccddeeff\", \"ffffffff-ffff-ffff-ffff-ffffffffffff\"))");
    POOL.put(Runnable.class, "() -> d.noted.append(\"run\")");
    POOL.put(java.util.concurrent.Callable.class, "() -> d.object()");
    POOL.put(
        java.util.Base64.Encoder.class,
        "d.pick(java.util.Base64.getEncoder(), java.util.Base64.getUrlEncoder(),"
            + " java.util.Base64.getEncoder().withoutPadding())");
    POOL.put(
        java.util.concurrent.atomic.AtomicInteger.class,
        "new java.util.concurrent.atomic.AtomicInteger(d.i())");
    POOL.put(java.time.Instant.class, "d.instant()");
    POOL.put(java.time.Duration.class, "d.duration()");
    POOL.put(java.time.LocalDate.class, "d.localDate()");
    POOL.put(java.time.LocalTime.class, "d.localTime()");
    POOL.put(
        java.time.LocalDateTime.class, "java.time.LocalDateTime.of(d.localDate(), d.localTime())");
    POOL.put(
        java.time.Period.class,
        "java.time.Period.of(d.below(9) - 3, d.below(30) - 9, d.below(99) - 40)");
    POOL.put(java.time.ZoneOffset.class, "d.zoneOffset()");
    POOL.put(java.time.ZoneId.class, "d.zoneOffset()");
    POOL.put(java.time.OffsetDateTime.class, "d.instant().atOffset(d.zoneOffset())");
    POOL.put(java.time.ZonedDateTime.class, "d.instant().atZone(d.zoneOffset())");
    POOL.put(java.time.Year.class, "java.time.Year.of(d.below(4000) - 500)");
    POOL.put(java.time.Clock.class, "java.time.Clock.fixed(d.instant(), d.zoneOffset())");
    POOL.put(java.time.InstantSource.class, "java.time.Clock.fixed(d.instant(), d.zoneOffset())");
    POOL.put(
        java.time.temporal.TemporalUnit.class, "d.pick(java.time.temporal.ChronoUnit.values())");
    POOL.put(
        java.time.temporal.TemporalField.class, "d.pick(java.time.temporal.ChronoField.values())");
    POOL.put(
        java.time.temporal.TemporalAmount.class,
        "d.z() ? d.duration() : java.time.Period.ofDays(d.below(99))");
    POOL.put(java.time.temporal.TemporalAdjuster.class, "d.localDate()");
    POOL.put(
        java.time.temporal.TemporalQuery.class, "java.time.temporal.TemporalQueries.precision()");
    POOL.put(java.time.temporal.TemporalAccessor.class, "d.temporal()");
    POOL.put(java.time.temporal.Temporal.class, "d.temporal()");
    POOL.put(java.time.chrono.ChronoLocalDate.class, "d.localDate()");
    POOL.put(
        java.time.chrono.ChronoLocalDateTime.class,
        "java.time.LocalDateTime.of(d.localDate(), d.localTime())");
    POOL.put(java.time.chrono.ChronoZonedDateTime.class, "d.instant().atZone(d.zoneOffset())");
    POOL.put(java.time.chrono.ChronoPeriod.class, "java.time.Period.ofDays(d.below(99))");
    POOL.put(java.time.chrono.Chronology.class, "java.time.chrono.IsoChronology.INSTANCE");
    POOL.put(java.time.chrono.Era.class, "d.pick(java.time.chrono.IsoEra.values())");
    POOL.put(java.time.format.DateTimeFormatter.class, "d.dateTimeFormatter()");
    POOL.put(
        java.util.Base64.Decoder.class,
        "d.pick(java.util.Base64.getDecoder(), java.util.Base64.getUrlDecoder())");
  }

  private ArgumentSources() {}

  private static void primitive(Class<?> type, String draw) {
    POOL.put(type, "d." + draw + "()");
    POOL.put(type.arrayType(), "d." + type.getName() + "s()");
  }

  static Optional<String> of(Class<?> c) {
    if (POOL.containsKey(c)) {
      return Optional.of(POOL.get(c));
    }
    if (c.isEnum()) {
      return Optional.of("d.pick(" + c.getCanonicalName() + ".values())");
    }
    if (c.getPackageName().equals("java.util.function")) {
      String n = c.getSimpleName();
      return Optional.of("d." + Character.toLowerCase(n.charAt(0)) + n.substring(1) + "()");
    }
    return Optional.empty();
  }
}

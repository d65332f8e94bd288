package coldbench.differential.library;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a {@link Suite} for every class: calls in source text, as there is no reflection natively.
 */
final class SuiteSources {
  /** Waits, ends, or answers otherwise each time. */
  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "java\\.lang\\.(Thread|Runtime|System|Class|ClassLoader|Process|Package|Object|ref|StackTraceElement|ThreadLocal|InheritableThreadLocal|SecurityManager|invoke|reflect|annotation|ClassValue|Module)\\b.*"
              + "|java\\.util\\.UUID\\.randomUUID.*|java\\.lang\\.(Strict)?Math\\.random.*"
              + "|.*\\.(parallel|parallelStream|hashCode|identityHashCode|notify|notifyAll|wait|intern|printStackTrace|fillInStackTrace|getStackTrace|setStackTrace|finalize)\\(.*(?<!hashCode\\(\\)I)"
              + "|java\\.util\\.stream\\.\\w+\\.generate\\(.*|java\\.util\\.stream\\.\\w+\\.iterate\\(.*"
              + "|java\\.util\\.(concurrent\\.)?\\w*(BlockingQueue|BlockingDeque|TransferQueue)\\.(take|put|takeFirst|takeLast|putFirst|putLast|offer|poll|offerFirst|offerLast|pollFirst|pollLast)\\(.*"
              + "|java\\.util\\.concurrent\\.(ThreadLocalRandom|TimeUnit\\.(sleep|timed)).*|java\\.util\\.Timer.*"
              + "|java\\.util\\.Random\\.(<init>\\(\\)|ints\\(|longs\\(|doubles\\().*|java\\.util\\.Collections\\.shuffle\\(Ljava/util/List;\\).*"
              + "|java\\.util\\.concurrent\\.(ArrayBlockingQueue|LinkedBlockingDeque|BlockingQueue|Flow)\\b.*"
              + "|.*FieldUpdater\\..*"
              + "|java\\.util\\.(ServiceLoader|\\w*ResourceBundle|Currency|Observable|TimeZone|EventObject|Formatter|\\w*Format\\w*Exception)\\b.*"
              + "|java\\.util\\.(Date|GregorianCalendar|Calendar)\\..*|java\\.io\\.(File|RandomAccess|Object|Console)\\w*\\..*");

  private static final Set<String> PACKAGES =
      Set.of(
          "java.io",
          "java.lang",
          "java.math",
          "java.nio",
          "java.nio.charset",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "java.util.function",
          "java.util.stream");

  private static final Map<Class<?>, String> POOL = new LinkedHashMap<>();

  static {
    Map<String, String> simple = new LinkedHashMap<>();
    for (String name :
        List.of(
            "int i", "long j", "double d", "float f", "boolean z", "byte b", "short s", "char c")) {
      simple.put(name.split(" ")[0], name.split(" ")[1]);
    }
    for (Class<?> c :
        List.of(
            int.class,
            long.class,
            double.class,
            float.class,
            boolean.class,
            byte.class,
            short.class,
            char.class)) {
      POOL.put(c, "d." + simple.get(c.getName()) + "()");
      POOL.put(c.arrayType(), "d." + c.getName() + "s()");
    }
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
        java.util.Base64.Decoder.class,
        "d.pick(java.util.Base64.getDecoder(), java.util.Base64.getUrlDecoder())");
  }

  private final Members members = new Members();
  private final List<Class<?>> classes;
  private final Map<Class<?>, Integer> suites = new LinkedHashMap<>();

  /** Classes, each with those of its methods that cannot be called. */
  final Map<String, List<String>> notCalled = new LinkedHashMap<>();

  int methodCount;

  /** Of the classes whose names match. */
  SuiteSources(String names) throws IOException {
    Pattern wanted = Pattern.compile(names);
    classes =
        members.classes(PACKAGES).stream()
            .filter(c -> wanted.matcher(c.getName()).matches())
            .filter(c -> !isLeftOut(c.getName() + "."))
            .toList();
    for (Class<?> c : classes) {
      suites.put(c, suites.size());
    }
  }

  private boolean isLeftOut(String key) {
    return LEFT_OUT.matcher(key).matches();
  }

  /** Writes them and returns the files. */
  List<Path> write(Path folder) throws IOException {
    Path in = Files.createDirectories(folder.resolve("coldbench/differential/library"));
    List<Path> files = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Class<?> c : classes) {
      String name = "S" + suites.get(c);
      files.add(Files.writeString(in.resolve(name + ".java"), suite(c, name)));
      names.add("new " + name + "()");
    }
    files.add(Files.writeString(in.resolve("Suites.java"), index(names)));
    return files;
  }

  private static String index(List<String> names) {
    return "package coldbench.differential.library;\n"
        + "public final class Suites {\n"
        + "  static final Suite[] ALL = {"
        + String.join(", ", names)
        + "};\n"
        + "  static Object make(int i, Draw d) throws Throwable {\n"
        + "    if (++d.depth > 3) { d.depth--; return null; }\n"
        + "    try { return ALL[i].make(d); } finally { d.depth--; }\n"
        + "  }\n"
        + "  public static void main(String[] args) {\n"
        + "    int from = args[0].equals(\"all\") ? 0 : Integer.parseInt(args[0]);\n"
        + "    int to = args[0].equals(\"all\") ? ALL.length - 1 : from;\n"
        + "    for (int i = from; i <= to; i++) {\n"
        + "      System.out.println(\"== \" + i);\n"
        + "      Sequences.run(ALL[i], Long.parseLong(args[1]), Integer.parseInt(args[2]));\n"
        + "    }\n  }\n}\n";
  }

  private String suite(Class<?> c, String name) {
    StringBuilder body = new StringBuilder();
    List<String> keys = new ArrayList<>();
    notCalled.put(c.getName(), new ArrayList<>());
    int at = 0;
    List<Executable> all = new ArrayList<>(members.constructors(c));
    all.addAll(members.methods(c));
    List<String> makers = new ArrayList<>();
    for (Executable e : all) {
      boolean isNew = e instanceof Constructor;
      Class<?> result = isNew ? void.class : ((Method) e).getReturnType();
      String key = (isNew ? "<init>" : e.getName()) + Members.descriptorText(e, result);
      if (isLeftOut(c.getName() + "." + key)) {
        notCalled.get(c.getName()).add(key);
        continue;
      }
      Optional<String> call = call(c, e);
      methodCount++;
      if (call.isEmpty() || e.getName().equals("hashCode") && !hashes(c)) {
        notCalled.get(c.getName()).add(key);
        continue;
      }
      boolean makes = isNew || Modifier.isStatic(e.getModifiers()) && result == c;
      if (makes) {
        makers.add(call.get());
      }
      keys.add("\"" + key + "\"");
      body.append("      case ").append(at++).append(": ");
      body.append(
          result == void.class && !isNew
              ? call.get() + "; return \"void\";"
              : "return " + call.get() + ";");
      body.append("\n");
    }
    return "package coldbench.differential.library;\n"
        + "@SuppressWarnings({\"all\"})\nfinal class "
        + name
        + " implements Suite {\n"
        + "  private static final String[] METHODS = {"
        + String.join(", ", keys)
        + "};\n"
        + "  public String type() { return \""
        + c.getName()
        + "\"; }\n"
        + "  public String[] methods() { return METHODS; }\n"
        + "  public Object make(Draw d) throws Throwable {\n"
        + maker(c, makers)
        + "  }\n"
        + "  public Object call(int m, Object r, Draw d) throws Throwable {\n    switch (m) {\n"
        + body
        + "      default: throw new AssertionError();\n    }\n  }\n}\n";
  }

  /** Those that the specification defines, and not by their elements' order. */
  private static boolean hashes(Class<?> c) {
    return Stream.of(
            String.class,
            Number.class,
            java.util.List.class,
            java.util.Set.class,
            java.util.Map.class,
            Boolean.class,
            Character.class,
            java.util.UUID.class,
            java.util.BitSet.class)
        .anyMatch(t -> t.isAssignableFrom(c));
  }

  private String maker(Class<?> c, List<String> makers) {
    String pooled = c.isEnum() ? "d.pick(" + name(c) + ".values())" : pool(c).orElse("");
    if (!pooled.isEmpty()) {
      return "    return (" + name(c) + ") (" + pooled + ");\n";
    }
    if (makers.isEmpty()) {
      return "    return null;\n";
    }
    StringBuilder text = new StringBuilder("    switch (d.below(" + makers.size() + ")) {\n");
    for (int i = 0; i < makers.size(); i++) {
      text.append("      case " + i + ": return " + makers.get(i) + ";\n");
    }
    boolean fills = java.util.Collection.class.isAssignableFrom(c);
    String rest = text.append("      default: return null;\n    }\n").toString();
    return fills ? rest.replaceAll("return (new .*);\n", "return d.fill($1);\n") : rest;
  }

  private Optional<String> pool(Class<?> c) {
    if (POOL.containsKey(c)) {
      return Optional.of(POOL.get(c));
    }
    if (c.getPackageName().equals("java.util.function")) {
      String n = c.getSimpleName();
      return Optional.of("d." + Character.toLowerCase(n.charAt(0)) + n.substring(1) + "()");
    }
    return Optional.empty();
  }

  private Optional<String> call(Class<?> owner, Executable e) {
    List<String> arguments = new ArrayList<>();
    for (Class<?> p : e.getParameterTypes()) {
      Optional<String> argument =
          p == Object.class && !isCollecting(owner) ? Optional.of("d.anything()") : argument(p);
      if (argument.isEmpty()) {
        return Optional.empty();
      }
      arguments.add("(" + name(p) + ") (" + argument.get() + ")");
    }
    String list = arguments.stream().collect(Collectors.joining(", ", "(", ")"));
    if (e instanceof Constructor) {
      return owner.getEnclosingClass() != null && !Modifier.isStatic(owner.getModifiers())
          ? Optional.empty()
          : Optional.of("new " + name(owner) + list);
    }
    Class<?> as = e.getDeclaringClass() == Enum.class ? Enum.class : owner;
    String target = Modifier.isStatic(e.getModifiers()) ? name(owner) : "((" + name(as) + ") r)";
    return Optional.of(target + "." + e.getName() + list);
  }

  private static boolean isCollecting(Class<?> owner) {
    String name = owner.getName();
    return !name.startsWith("java.lang.") && !name.equals("java.util.Objects");
  }

  private Optional<String> argument(Class<?> p) {
    if (p.isEnum()) {
      return suites.containsKey(p) || p.getName().startsWith("java.")
          ? Optional.of("d.pick(" + name(p) + ".values())")
          : Optional.empty();
    }
    Optional<String> pooled = pool(p);
    if (pooled.isPresent()) {
      return pooled.map(s -> s.startsWith("() ->") ? "(" + name(p) + ") " + s : s);
    }
    if (suites.containsKey(p)) {
      return Optional.of("Suites.make(" + suites.get(p) + ", d)");
    }
    return Optional.empty();
  }

  private static String name(Class<?> c) {
    return c.getCanonicalName();
  }

  int classCount() {
    return classes.size();
  }
}

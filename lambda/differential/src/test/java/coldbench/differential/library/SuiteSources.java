package coldbench.differential.library;

import coldbench.semantics.NativeLibrary;
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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes a {@link Suite} for every class: calls in source text, as there is no reflection natively.
 * Methods are named by class and method, as {@code java.util.List size()I}.
 */
final class SuiteSources {
  private static final Set<String> PACKAGES =
      Set.of(
          "java.io",
          "java.lang",
          "java.lang.ref",
          "java.math",
          "java.nio",
          "java.nio.charset",
          "java.net",
          "java.security",
          "java.text",
          "java.time",
          "java.time.chrono",
          "java.time.format",
          "java.time.temporal",
          "java.time.zone",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "java.util.concurrent.locks",
          "java.util.function",
          "java.util.regex",
          "java.util.stream",
          "java.util.zip",
          "javax.crypto");

  private static final String IN = "coldbench/differential/library";

  /** The line on which the first method of a suite is called. */
  private static final int FIRST_LINE = 7;

  private final Members members = new Members();
  private final NativeLibrary library = new NativeLibrary();
  private final MethodList missing;
  private final List<Class<?>> classes;
  private final Map<Class<?>, Integer> suites = new LinkedHashMap<>();
  private final Map<Integer, List<String>> cases = new TreeMap<>();

  /** That cannot be compiled, each with why. */
  final Map<String, String> refused = new TreeMap<>();

  /** Each with why: an argument cannot be drawn, an order says nothing, or {@link LeftOut}. */
  final Map<String, String> notCalled = new TreeMap<>();

  final Set<String> called = new TreeSet<>();

  /** Of the classes whose names match. */
  SuiteSources(String names, MethodList missing) throws IOException {
    this.missing = missing;
    Pattern wanted = Pattern.compile(names);
    classes =
        Members.classes(PACKAGES).stream()
            .filter(c -> wanted.matcher(c.getName()).matches())
            .filter(c -> library.has(c.getName()))
            .toList();
    for (Class<?> c : classes) {
      suites.put(c, suites.size());
    }
  }

  int classCount() {
    return classes.size();
  }

  /** The method that is called on a line of a suite. */
  String method(int suite, int line) {
    List<String> called = cases.get(suite);
    return line - FIRST_LINE < called.size()
        ? classes.get(suite).getName() + " " + called.get(line - FIRST_LINE)
        : classes.get(suite).getName() + " make";
  }

  /** Writes them and returns the files. */
  List<Path> write(Path folder) throws IOException {
    Path in = Files.createDirectories(folder.resolve(IN));
    List<Path> files = new ArrayList<>();
    List<String> names = new ArrayList<>();
    called.clear();
    notCalled.clear();
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
        + "    int first = Integer.parseInt(args[0]);\n"
        + "    for (int i = first; i < ALL.length; i++) {\n"
        + "      Sequences.run(ALL[i], i, i == first ? Integer.parseInt(args[1]) : 0, args);\n"
        + "    }\n  }\n}\n";
  }

  private String suite(Class<?> c, String name) {
    StringBuilder body = new StringBuilder();
    List<String> keys = new ArrayList<>();
    List<String> makers = new ArrayList<>();
    for (Executable e :
        Stream.concat(members.constructors(c).stream(), members.methods(c).stream()).toList()) {
      boolean isNew = e instanceof Constructor;
      Class<?> result = isNew ? void.class : ((Method) e).getReturnType();
      String key = (isNew ? "<init>" : e.getName()) + Members.descriptorText(e, result);
      String method = c.getName() + " " + key;
      if (missing.reasons().containsKey(method)) {
        refused.putIfAbsent(method, "as before");
      }
      if (refused.containsKey(method)) {
        continue;
      }
      Optional<String> call = call(c, e);
      boolean unordered = e.getName().equals("hashCode") && !hashes(c);
      if (call.isEmpty() || unordered || LeftOut.is(method)) {
        notCalled.put(method, call.isEmpty() ? "argument" : unordered ? "order" : "left-out");
        continue;
      }
      if (isNew || Modifier.isStatic(e.getModifiers()) && result == c) {
        makers.add("(" + name(c) + ") call(" + keys.size() + ", null, d)");
      }
      body.append("      case ").append(keys.size()).append(": ");
      body.append(
          result == void.class && !isNew
              ? call.get() + "; return \"void\";\n"
              : "return " + call.get() + ";\n");
      keys.add(key);
      called.add(method);
    }
    cases.put(suites.get(c), keys);
    return "package coldbench.differential.library;\n"
        + "@SuppressWarnings({\"all\"})\n"
        + "final class "
        + name
        + " implements Suite {\n"
        + "  public String type() { return \""
        + c.getName()
        + "\"; }\n"
        + "  public Object call(int m, Object r, Draw d) throws Throwable {\n    switch (m) {\n"
        + body
        + "      default: throw new AssertionError();\n    }\n  }\n"
        + "  private static final String[] METHODS = {"
        + String.join(", ", keys.stream().map(k -> "\"" + k + "\"").toList())
        + "};\n"
        + "  public String[] methods() { return METHODS; }\n"
        + "  public Object make(Draw d) throws Throwable {\n"
        + maker(c, makers)
        + "  }\n}\n";
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
            java.time.Duration.class,
            java.time.Instant.class,
            java.util.BitSet.class)
        .anyMatch(t -> t.isAssignableFrom(c));
  }

  private static String maker(Class<?> c, List<String> makers) {
    Optional<String> pooled = ArgumentSources.of(c);
    if (pooled.isPresent()) {
      return "    return (" + name(c) + ") (" + pooled.get() + ");\n";
    }
    if (makers.isEmpty()) {
      return "    return null;\n";
    }
    boolean fills = java.util.Collection.class.isAssignableFrom(c);
    StringBuilder text = new StringBuilder("    switch (d.below(" + makers.size() + ")) {\n");
    for (int i = 0; i < makers.size(); i++) {
      String made = fills ? "d.fill(" + makers.get(i) + ")" : makers.get(i);
      text.append("      case " + i + ": return " + made + ";\n");
    }
    return text.append("      default: return null;\n    }\n").toString();
  }

  private Optional<String> call(Class<?> owner, Executable e) {
    List<String> arguments = new ArrayList<>();
    for (Class<?> p : e.getParameterTypes()) {
      Optional<String> argument =
          p == Object.class && !isCollecting(owner)
              ? Optional.of("d.anything()")
              : p == int.class && owner.getPackageName().equals("java.math")
                  ? Optional.of("d.digits()")
                  : argument(p);
      if (argument.isEmpty()) {
        return Optional.empty();
      }
      arguments.add("(" + name(p) + ") (" + argument.get() + ")");
    }
    String list = "(" + String.join(", ", arguments) + ")";
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
    Optional<String> pooled = ArgumentSources.of(p);
    if (pooled.isPresent()) {
      return pooled.map(s -> s.startsWith("() ->") ? "(" + name(p) + ") " + s : s);
    }
    return Optional.ofNullable(suites.get(p)).map(suite -> "Suites.make(" + suite + ", d)");
  }

  private static String name(Class<?> c) {
    return c.getCanonicalName();
  }
}

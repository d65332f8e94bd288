package coldbench.differential.guava;

import com.google.common.collect.testing.AbstractTester;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A program that runs the tests of subjects, in which testers are made and called by name. */
final class SuiteSources {
  static final String MAIN = "coldbench.differential.guava.made.Main";

  private static final String PACKAGE = "package coldbench.differential.guava.made;\n";

  /** By a tester's class: the methods that are called, and the numbers of them. */
  private final Map<Class<?>, Map<String, Integer>> testers = new LinkedHashMap<>();

  private final Map<Subject, String> bySubject = new TreeMap<>();
  private int count;

  static SuiteSources of(Iterable<Subject> subjects) throws ReflectiveOperationException {
    SuiteSources sources = new SuiteSources();
    for (Subject subject : subjects) {
      sources.add(subject);
    }
    return sources;
  }

  /** How many tests there are. */
  int count() {
    return count;
  }

  private void add(Subject subject) throws ReflectiveOperationException {
    Map<String, StringBuilder> suites = new LinkedHashMap<>();
    Class<?> open = null;
    for (AbstractTester<?> test : Suites.of(subject)) {
      String method = test.getTestMethodName();
      String name = test.getName().substring(method.length());
      String key =
          '"' + name + "\", " + cast(GeneratorSource.of(test.getSubjectGenerator(), subject));
      boolean isNew = !suites.containsKey(key);
      StringBuilder runs = suites.computeIfAbsent(key, k -> new StringBuilder());
      if (isNew || test.getClass() != open) {
        open = test.getClass();
        String tests = "T" + number(open);
        runs.append(isNew ? "" : "\");\n").append("    Trial.run(name, made, new ").append(tests);
        runs.append("(), ").append(tests).append(".NAMES, \"");
      } else {
        runs.append(' ');
      }
      runs.append(methods(open).computeIfAbsent(method, m -> methods(test).size()));
      count++;
    }
    StringBuilder source = new StringBuilder();
    List<String> calls = new ArrayList<>();
    suites.forEach(
        (key, runs) -> {
          String suite = "s" + calls.size();
          calls.add("    " + suite + "(" + key + ");\n");
          source.append("  private static void ").append(suite);
          source.append("(String name, OneSizeTestContainerGenerator made) {\n").append(runs);
          source.append("\");\n  }\n\n");
        });
    source.append("  static void run() {\n").append(String.join("", calls)).append("  }\n");
    bySubject.put(subject, source.toString());
  }

  private static String cast(String generator) {
    return "(OneSizeTestContainerGenerator) " + generator;
  }

  private int number(Class<?> tester) {
    methods(tester);
    return new ArrayList<>(testers.keySet()).indexOf(tester);
  }

  private Map<String, Integer> methods(AbstractTester<?> test) {
    return methods(test.getClass());
  }

  private Map<String, Integer> methods(Class<?> tester) {
    return testers.computeIfAbsent(tester, t -> new LinkedHashMap<>());
  }

  /** The source files, below a folder. */
  List<Path> write(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    int number = 0;
    for (Map.Entry<Class<?>, Map<String, Integer>> tester : testers.entrySet()) {
      String name = "T" + number++;
      files.add(write(folder, name, tests(name, tester.getKey(), tester.getValue())));
    }
    StringBuilder main = new StringBuilder();
    for (Map.Entry<Subject, String> subject : bySubject.entrySet()) {
      String name = "S" + subject.getKey().ordinal();
      main.append("    ").append(name).append(".run();\n");
      files.add(write(folder, name, "final class " + name + " {\n" + subject.getValue() + "}\n"));
    }
    files.add(
        write(
            folder,
            "Main",
            "public final class Main {\n  public static void main(String[] args) {\n"
                + main
                + "  }\n}\n"));
    return files;
  }

  private static Path write(Path folder, String name, String text) throws IOException {
    String imports =
        "import coldbench.differential.guava.Trial;\nimport com.google.common.collect.testing.*;\n";
    return Files.writeString(
        Files.createDirectories(folder).resolve(name + ".java"), PACKAGE + imports + text);
  }

  private static String tests(String name, Class<?> tester, Map<String, Integer> methods) {
    String type = tester.getCanonicalName();
    String names =
        methods.keySet().stream()
            .map(method -> '"' + tester.getSimpleName() + "." + method + '"')
            .collect(Collectors.joining(", "));
    StringBuilder cases = new StringBuilder();
    methods.forEach(
        (method, number) ->
            cases.append("      case " + number + " -> tester." + method + "();\n"));
    return """
        final class %s implements Trial.Tests<%s> {
          static final String[] NAMES = {%s};

          public %s tester() {
            return new %s();
          }

          public void call(%s tester, int test) throws Throwable {
            switch (test) {
        %s      default -> throw new IllegalArgumentException("test " + test);
            }
          }
        }
        """
        .formatted(name, type, names, type, type, type, cases);
  }
}

package coldbench.differential.tck;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program that calls the tests of the TCK by name. Those that the native build refuses are left
 * out of it, with why.
 */
final class TckSources {
  static final String MAIN = "TckMain";

  /** A refusal: where it is, what, and the way there, which ends in a line of ours. */
  private static final Pattern REFUSAL =
      Pattern.compile("\n {2}\\S+\\(\\S*\\)\n {4}(.*)(?:\n {4}.*)*");

  private static final Pattern OWN_LINE = Pattern.compile("\\(TckTests(\\d+)\\.java:(\\d+)\\)");

  /** A test, as the program names it. */
  private record Test(String type, String method) {
    @Override
    public String toString() {
      return type + "." + method;
    }
  }

  /** In front of the tests in each file. */
  private static final List<String> HEAD =
      List.of(
          "final class TckTests%d {",
          "static void call(int test) throws Throwable {",
          "%s t = new %s();",
          "t.setUp();",
          "switch (test) {");

  private final List<List<Test>> types = new ArrayList<>();

  /** By the test's name. */
  final Map<String, String> refused = new TreeMap<>();

  /**
   * @param classes of the TCK, compiled
   * @param names of its classes
   */
  static TckSources of(Path classes, List<String> names) throws Exception {
    TckSources sources = new TckSources();
    ClassLoader parent = TckSources.class.getClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, parent)) {
      for (String name : names) {
        List<Test> tests =
            Arrays.stream(loader.loadClass(name).getMethods())
                .filter(method -> method.getName().startsWith("test"))
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getParameterCount() == 0)
                .map(method -> new Test(name, method.getName()))
                .sorted(Comparator.comparing(Test::toString))
                .toList();
        if (!tests.isEmpty()) {
          sources.types.add(tests);
        }
      }
    }
    return sources;
  }

  /** How many tests the program has. */
  int count() {
    return types.stream().mapToInt(List::size).sum() - refused.size();
  }

  /** Takes a failed build's output; returns whether a test is left out for it. */
  boolean refuse(String output) {
    int before = refused.size();
    Matcher refusal = REFUSAL.matcher(output);
    while (refusal.find()) {
      Matcher line = OWN_LINE.matcher(refusal.group());
      if (line.find()) {
        List<Test> tests = types.get(Integer.parseInt(line.group(1)));
        int at = Integer.parseInt(line.group(2)) - 1 - HEAD.size();
        // What makes the object that all of them are called of stands in front of them.
        List<Test> needing = at < 0 ? tests : List.of(tests.get(at));
        needing.forEach(test -> refused.putIfAbsent(test.toString(), refusal.group(1)));
      }
    }
    return refused.size() > before;
  }

  List<Path> write(Path folder) throws IOException {
    Files.createDirectories(folder);
    List<Path> files = new ArrayList<>();
    StringBuilder main = new StringBuilder();
    for (int i = 0; i < types.size(); i++) {
      List<Test> tests = types.get(i);
      String type = tests.get(0).type;
      StringBuilder source = new StringBuilder();
      source.append(String.join("\n", HEAD).formatted(i, type, type)).append('\n');
      for (int j = 0; j < tests.size(); j++) {
        Test test = tests.get(j);
        boolean isCalled = !refused.containsKey(test.toString());
        if (isCalled) {
          source.append("case ").append(j).append(" -> t.").append(test.method).append("();");
          main.append("    run(\"%s\", () -> TckTests%d.call(%d));\n".formatted(test, i, j));
        }
        source.append('\n');
      }
      source.append("default -> throw new IllegalArgumentException();\n}\n}\n}\n");
      files.add(Files.writeString(folder.resolve("TckTests" + i + ".java"), source));
    }
    files.add(Files.writeString(folder.resolve(MAIN + ".java"), MAIN_SOURCE.formatted(main)));
    return files;
  }

  private static final String MAIN_SOURCE =
      """
      public final class TckMain {
        interface Body {
          void run() throws Throwable;
        }

        public static void main(String[] args) {
      %s  }

        private static void run(String name, Body body) {
          System.out.print(name + " = ");
          System.out.flush();
          String outcome = "ok";
          try {
            body.run();
          } catch (Throwable e) {
            outcome = e.getClass().getName() + ": " + e.getMessage();
          }
          System.out.println(outcome.replace('\\n', ' '));
        }
      }
      """;
}

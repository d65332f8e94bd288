package coldbench.project;

import coldbench.deploy.functions.OwnFunctions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * A new function's folder.
 *
 * @param name of the folder, the artifact and the label
 * @param packageName of its class
 */
public record Scaffold(String name, EventKind kind, String packageName) {
  private static final String JVM = "-jvm";

  private static final String SERVE =
      "coldbench serve . --watch                 # answers on a local port, and rebuilds what is saved";
  private static final String INVOKE =
      "coldbench invoke . --jvm                  # the same on a JVM, after each change, in seconds";

  /** So short that the label with {@code -jvm} is one. */
  private static final Pattern NAME = Pattern.compile("[a-z]([a-z0-9-]{0,14}[a-z0-9])?");

  /** Whether a function can have this name: it and {@code -jvm} behind it become labels. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches()
        && OwnFunctions.checkLabel(text).isEmpty()
        && OwnFunctions.checkLabel(text + JVM).isEmpty();
  }

  /** Whether classes of one's own can be in such a package: not in the JDK's {@code java}. */
  public static boolean isPackage(String text) {
    return SourceVersion.isName(text, SourceVersion.RELEASE_17)
        && !(text + ".").startsWith("java.");
  }

  /** The package of a function that was not given one: its name without dashes. */
  public static String packageOf(String name) {
    return name.replace("-", "");
  }

  /** Those of its entries: the executable, and the same classes on a JVM. */
  public List<String> labels() {
    return List.of(name, name + JVM);
  }

  /** The name of its class, such as {@code NewOrdersFunction}. */
  String className() {
    return Arrays.stream(name.split("-", -1))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining("", "", "Function"));
  }

  /**
   * Writes what is in the folder, which must be empty.
   *
   * @param lambda the folder of Coldbench's libraries
   */
  public void write(Path folder, Path lambda) throws IOException {
    String event = kind.sample(lambda);
    String first =
        kind == EventKind.SCHEDULE
            ? "Scheduled Event from aws.events"
            : "EC2 Instance State-change Notification from aws.ec2";
    Map<String, String> values = new LinkedHashMap<>();
    values.put("NAME", name);
    values.put("KIND", kind.label);
    values.put("PACKAGE", packageName);
    values.put("CLASS", className());
    values.put("EXPECT", kind.expect);
    values.put("LOOP", kind.isServed() ? SERVE : INVOKE);
    values.put("FIRST", "\"" + first + "\"");
    Path sources = Path.of(packageName.replace('.', '/'), className() + ".java");
    Path tests = Path.of(packageName.replace('.', '/'), className() + "Test.java");
    file(folder.resolve("pom.xml"), Templates.filled("pom.xml", values));
    file(folder.resolve("README.md"), Templates.filled("README.md", values));
    file(folder.resolve(".gitignore"), Templates.text("gitignore.txt"));
    file(folder.resolve("coldbench.json"), Templates.filled("coldbench.json", values));
    file(folder.resolve("src/test/resources/event.json"), event);
    file(
        folder.resolve("src/main/java").resolve(sources),
        Templates.filled(kind.template + "-function.txt", values));
    file(
        folder.resolve("src/test/java").resolve(tests),
        Templates.filled(kind.template + "-test.txt", values));
  }

  /** Removes what could not be made whole. */
  public static void remove(Path folder) throws IOException {
    Folders.delete(folder);
  }

  private static void file(Path file, String text) throws IOException {
    Path folder = file.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, text);
  }
}

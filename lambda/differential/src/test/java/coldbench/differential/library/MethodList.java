package coldbench.differential.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A list of methods of the JDK that lambda/semantics keeps in a file: what it is in lines that
 * begin with a hash, then lines of a class, a reason, and the class's methods, as {@code size()I}.
 *
 * @param reasons by class and method, as {@code java.util.List size()I}
 */
record MethodList(List<String> head, Map<String, String> reasons) {
  private static final Path FOLDER = Path.of("..", "semantics");

  /** That answered otherwise than on a JVM for some arguments, and why that is all the same. */
  static final Path DIFFERENT = FOLDER.resolve("different.txt");

  /** That cannot be compiled: they are not there, or what they need is not. */
  static final Path MISSING = FOLDER.resolve("missing.txt");

  /** That the comparing machine does not call. */
  static final Path UNCALLED = FOLDER.resolve("uncalled.txt");

  static MethodList read(Path file) throws IOException {
    List<String> head = new ArrayList<>();
    Map<String, String> reasons = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      List<String> words = List.of(line.split(" ", -1));
      if (line.startsWith("#")) {
        head.add(line);
      } else {
        for (String method : words.subList(2, words.size())) {
          reasons.put(words.get(0) + " " + method, words.get(1));
        }
      }
    }
    return new MethodList(head, reasons);
  }

  /** Those of the classes that match. */
  Map<String, String> of(Pattern classes) {
    Map<String, String> some = new TreeMap<>(reasons);
    some.keySet().removeIf(method -> !isOf(classes, method));
    return some;
  }

  private static boolean isOf(Pattern classes, String method) {
    return classes.matcher(method.split(" ")[0]).matches();
  }

  /** With these in place of what it has of the classes that were tried. */
  MethodList with(Pattern tried, Map<String, String> found) {
    Map<String, String> all = new TreeMap<>(reasons);
    all.keySet().removeIf(method -> isOf(tried, method));
    all.putAll(found);
    return new MethodList(head, all);
  }

  void write(Path file) throws IOException {
    Map<String, List<String>> lines = new TreeMap<>();
    reasons.forEach(
        (method, reason) -> {
          String[] words = method.split(" ");
          lines.computeIfAbsent(words[0] + " " + reason, l -> new ArrayList<>()).add(words[1]);
        });
    List<String> all = new ArrayList<>(head);
    lines.forEach((start, methods) -> all.add(start + " " + String.join(" ", methods)));
    Files.write(file, all);
  }
}

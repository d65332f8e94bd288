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
 * Methods that answered otherwise than on a JVM for some arguments, and why that is all the same:
 * {@code different.txt} of lambda/semantics, after its head, has lines of a class, a reason that
 * DIFFERENCES.md explains, and methods as {@code size()I}.
 *
 * @param reasons by class and method, as {@code java.util.List size()I}
 */
record KnownDifferences(List<String> head, Map<String, String> reasons) {
  static final Path LIST = Path.of("..", "semantics", "different.txt");

  /** Of what nobody has looked at yet. */
  static final String UNKNOWN = "?";

  static KnownDifferences read() throws IOException {
    List<String> head = new ArrayList<>();
    Map<String, String> reasons = new TreeMap<>();
    for (String line : Files.readAllLines(LIST)) {
      List<String> words = List.of(line.split(" ", -1));
      if (line.startsWith("#")) {
        head.add(line);
      } else {
        for (String method : words.subList(2, words.size())) {
          reasons.put(words.get(0) + " " + method, words.get(1));
        }
      }
    }
    return new KnownDifferences(head, reasons);
  }

  boolean has(String method) {
    return reasons.containsKey(method);
  }

  /** With these in place of what it has of the classes that were tried. */
  KnownDifferences with(Pattern tried, Iterable<String> found) {
    Map<String, String> all = new TreeMap<>(reasons);
    all.keySet().removeIf(method -> tried.matcher(method.split(" ")[0]).matches());
    found.forEach(method -> all.put(method, reasons.getOrDefault(method, UNKNOWN)));
    return new KnownDifferences(head, all);
  }

  void write() throws IOException {
    Map<String, List<String>> lines = new TreeMap<>();
    reasons.forEach(
        (method, reason) -> {
          String[] words = method.split(" ");
          lines.computeIfAbsent(words[0] + " " + reason, l -> new ArrayList<>()).add(words[1]);
        });
    List<String> all = new ArrayList<>(head);
    lines.forEach((start, methods) -> all.add(start + " " + String.join(" ", methods)));
    Files.write(LIST, all);
  }
}

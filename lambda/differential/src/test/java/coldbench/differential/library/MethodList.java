package coldbench.differential.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A list of methods of the JDK that lambda/semantics keeps in a file: what it is in lines that
 * begin with a hash, then a line for every class, its name and its methods, as {@code size()I}.
 */
record MethodList(List<String> head, Map<String, Set<String>> methods) {
  /** That cannot be compiled: they are not there, or what they need is not. */
  static final Path MISSING = Path.of("..", "semantics", "missing.txt");

  static MethodList read(Path file) throws IOException {
    List<String> head = new ArrayList<>();
    Map<String, Set<String>> methods = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      List<String> words = List.of(line.split(" ", -1));
      if (line.startsWith("#")) {
        head.add(line);
      } else {
        methods.put(words.get(0), new TreeSet<>(words.subList(1, words.size())));
      }
    }
    return new MethodList(head, methods);
  }

  /**
   * @param method by class and method, as {@code java.util.List size()I}
   */
  boolean has(String method) {
    String[] words = method.split(" ");
    return methods.getOrDefault(words[0], Set.of()).contains(words[1]);
  }

  /** With these in place of what it has of the classes that were tried. */
  MethodList with(Pattern tried, Iterable<String> found) {
    Map<String, Set<String>> all = new TreeMap<>(methods);
    all.keySet().removeIf(type -> tried.matcher(type).matches());
    for (String method : found) {
      String[] words = method.split(" ");
      all.computeIfAbsent(words[0], type -> new TreeSet<>()).add(words[1]);
    }
    return new MethodList(head, all);
  }

  void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>(head);
    methods.forEach((type, names) -> lines.add(type + " " + String.join(" ", names)));
    Files.write(file, lines);
  }
}

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
 * {@code FOLDER LIST CLASSES COUNT SEED...}: calls every class that matches with every seed, and
 * writes the methods that answered otherwise into the list that the build goes by, in place of what
 * it has of these classes.
 */
final class DifferentMethods {
  private DifferentMethods() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    LibrarySuites suites = LibrarySuites.make(Path.of(args[0]), args[2]);
    Map<String, Comparison.Tally> all = new TreeMap<>();
    Set<String> broken = new TreeSet<>();
    for (int i = 4; i < args.length; i++) {
      Comparison found = suites.compare(Long.parseLong(args[i]), Integer.parseInt(args[3]));
      broken.addAll(found.broken);
      found.methods.forEach(
          (name, tally) -> all.computeIfAbsent(name, n -> new Comparison.Tally()).add(tally));
    }
    write(Path.of(args[1]), Pattern.compile(args[2]), all);
    report(suites.sources(), all, broken);
  }

  private static void write(Path list, Pattern tried, Map<String, Comparison.Tally> all)
      throws IOException {
    List<String> lines = new ArrayList<>();
    Map<String, Set<String>> different = new TreeMap<>();
    for (String line : Files.readAllLines(list)) {
      List<String> words = List.of(line.split(" ", -1));
      if (line.startsWith("#")) {
        lines.add(line);
      } else if (!tried.matcher(words.get(0)).matches()) {
        different.put(words.get(0), new TreeSet<>(words.subList(1, words.size())));
      }
    }
    all.forEach(
        (name, tally) -> {
          String[] words = name.split(" ");
          if (tally.different > 0) {
            different.computeIfAbsent(words[0], c -> new TreeSet<>()).add(words[1]);
          }
        });
    different.forEach((type, methods) -> lines.add(type + " " + String.join(" ", methods)));
    Files.write(list, lines);
  }

  private static void report(
      SuiteSources sources, Map<String, Comparison.Tally> all, Set<String> broken) {
    long alike = all.values().stream().mapToLong(t -> t.alike).sum();
    long different = all.values().stream().filter(t -> t.different > 0).count();
    System.out.printf(
        "%d classes, %d methods, %d calls alike, %d methods that differ, broken %s%n",
        sources.classCount(), sources.called.size(), alike, different, broken);
    sources.refused.forEach((method, why) -> System.out.println("refused " + method + ": " + why));
    sources.notCalled.forEach(method -> System.out.println("not called " + method));
    all.forEach(
        (name, tally) -> {
          if (tally.different > 0) {
            System.out.println(name + " " + tally.different + " of " + tally.alike);
            System.out.println(tally.example);
          }
        });
  }
}

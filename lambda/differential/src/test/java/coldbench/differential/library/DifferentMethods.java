package coldbench.differential.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * {@code FOLDER CLASSES COUNT SEED...}: calls every class that matches with every seed, and writes
 * which methods cannot be compiled and which answered otherwise into the lists that the build and
 * the documents go by, in place of what they have of these classes.
 */
final class DifferentMethods {
  private DifferentMethods() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Pattern tried = Pattern.compile(args[1]);
    MethodList missing = MethodList.read(MethodList.MISSING);
    LibrarySuites suites = LibrarySuites.make(Path.of(args[0]), args[1], missing);
    missing.with(tried, suites.sources().refused.keySet()).write(MethodList.MISSING);
    Map<String, Comparison.Tally> all = new TreeMap<>();
    Set<String> broken = new TreeSet<>();
    Set<String> endless = new TreeSet<>();
    for (String seed : List.of(args).subList(3, args.length)) {
      Comparison found = suites.compare(Long.parseLong(seed), Integer.parseInt(args[2]));
      broken.addAll(found.broken);
      endless.addAll(found.endless);
      found.methods.forEach(
          (name, tally) -> all.computeIfAbsent(name, n -> new Comparison.Tally()).add(tally));
    }
    KnownDifferences.read()
        .with(tried, all.keySet().stream().filter(name -> all.get(name).different > 0).toList())
        .write();
    report(suites.sources(), all, broken, endless);
  }

  private static void report(
      SuiteSources sources,
      Map<String, Comparison.Tally> all,
      Set<String> broken,
      Set<String> endless) {
    long alike = all.values().stream().mapToLong(t -> t.alike).sum();
    long different = all.values().stream().filter(t -> t.different > 0).count();
    System.out.printf(
        "%d classes, %d methods, %d of them called, %d calls alike, %d methods that differ%n",
        sources.classCount(), sources.called.size(), all.size(), alike, different);
    endless.forEach(call -> System.out.println("on a JVM " + call));
    broken.forEach(call -> System.out.println("natively " + call));
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

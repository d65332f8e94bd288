package coldbench.differential.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Calls of classes with some seeds, and what is to be said of each method. */
final class LibraryRun {
  /** Why a method is not called of which no object is made, or never with arguments. */
  static final String RECEIVER = "receiver";

  final SuiteSources sources;

  /** By class and method, as {@code java.util.List size()I}. */
  final Map<String, Comparison.Tally> methods = new TreeMap<>();

  /** Calls that a JVM does not come back from, or that end it. */
  final Set<String> endless = new TreeSet<>();

  /** Calls that end the executable, or that it does not come back from. */
  final Set<String> broken = new TreeSet<>();

  private LibraryRun(SuiteSources sources) {
    this.sources = sources;
  }

  /**
   * @param classes a regular expression
   * @param missing methods that are not tried, as they cannot be compiled
   * @param count how many calls of each method there are with a seed, more or less
   */
  static LibraryRun of(Path folder, String classes, MethodList missing, int count, List<Long> seeds)
      throws IOException, InterruptedException {
    LibrarySuites suites = LibrarySuites.make(folder, classes, missing);
    LibraryRun run = new LibraryRun(suites.sources());
    for (long seed : seeds) {
      Comparison found = suites.compare(seed, count);
      run.broken.addAll(found.broken);
      run.endless.addAll(found.endless);
      found.methods.forEach(
          (name, tally) ->
              run.methods.computeIfAbsent(name, n -> new Comparison.Tally()).add(tally));
    }
    return run;
  }

  /** With an example each. */
  Map<String, String> different() {
    Map<String, String> different = new TreeMap<>();
    methods.forEach(
        (name, tally) -> {
          if (tally.different > 0) {
            different.put(name, tally.example);
          }
        });
    return different;
  }

  /** With why: {@link LeftOut}, no argument to be drawn, or nothing to call it of. */
  Map<String, String> uncalled() {
    Map<String, String> uncalled = new TreeMap<>(sources.notCalled);
    for (String name : sources.called) {
      Comparison.Tally tally = methods.get(name);
      if (tally == null || tally.alike + tally.different == 0) {
        uncalled.put(name, RECEIVER);
      }
    }
    return uncalled;
  }

  /** As {@code 3 classes, 40 methods, 1200 calls alike, 1 method that differs}. */
  String summary() {
    long alike = methods.values().stream().mapToLong(t -> t.alike).sum();
    return "%d classes, %d methods, %d calls alike, %d methods that differ, %d uncalled, %d missing"
        .formatted(
            sources.classCount(),
            sources.called.size(),
            alike,
            different().size(),
            uncalled().size(),
            sources.refused.size());
  }
}

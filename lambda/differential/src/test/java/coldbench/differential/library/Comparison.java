package coldbench.differential.library;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What both sides printed, call by call. After the first difference in a sequence its object is
 * another one, so that the rest says nothing. Which kind of index was out of bounds is all one, and
 * how large a heap or a stack is as well.
 */
final class Comparison {
  private static final Pattern ANY_INDEX =
      Pattern.compile("java\\.lang\\.(String|Array)?IndexOutOfBoundsException");
  private static final Pattern LIMITS =
      Pattern.compile(".*! java\\.lang\\.(OutOfMemory|StackOverflow)Error.*");

  /** There was no receiver, or null was handed in: that says nothing of what it does. */
  private static final String ON_NOTHING = " = ! java.lang.NullPointerException";

  /** Calls of one method that answered alike, and the first that did not. */
  static final class Tally {
    int alike;
    int different;
    String example = "";

    void add(Tally other) {
      alike += other.alike;
      different += other.different;
      example = example.isEmpty() ? other.example : example;
    }
  }

  /** By class and method, as {@code java.util.List size()I}. */
  final Map<String, Tally> methods = new TreeMap<>();

  /** Calls that a JVM does not come back from: their sequences say nothing. */
  final List<String> endless = new ArrayList<>();

  /** Calls in which the executable ended, or from which it did not come back. */
  final List<String> broken = new ArrayList<>();

  void run(List<String> jvm, List<String> executable, long seed, int count)
      throws IOException, InterruptedException {
    SuiteRun expected = SuiteRun.of(jvm, seed, count, List.of());
    SuiteRun found = SuiteRun.of(executable, seed, count, expected.givenUp.keySet());
    endless.addAll(expected.givenUp.values());
    broken.addAll(found.givenUp.values());
    expected.sequences.forEach(
        (place, lines) -> compare(lines, found.sequences.getOrDefault(place, List.of())));
  }

  private void compare(List<String> expected, List<String> found) {
    for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
      String[] words = expected.get(i).split(" ", 4);
      Tally tally = methods.computeIfAbsent(words[0] + " " + words[2], name -> new Tally());
      String onJvm = ANY_INDEX.matcher(expected.get(i)).replaceAll("an index");
      String natively = ANY_INDEX.matcher(found.get(i)).replaceAll("an index");
      if (LIMITS.matcher(onJvm).matches() || LIMITS.matcher(natively).matches()) {
        return;
      }
      if (onJvm.equals(natively)) {
        tally.alike += onJvm.endsWith(ON_NOTHING) ? 0 : 1;
        continue;
      }
      tally.different++;
      if (tally.example.isEmpty()) {
        tally.example = onJvm + "\n  natively: " + natively;
      }
      return;
    }
  }
}

package coldbench.differential.library;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
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
  private static final int SECONDS = 10;

  /** On a JVM, every suite in one process. */
  private static final int ALL_SECONDS = 600;

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

  /** Suites whose process ended before its time. */
  final List<String> broken = new ArrayList<>();

  void run(List<String> jvm, List<String> executable, long seed, int count)
      throws IOException, InterruptedException {
    Map<Integer, List<String>> expected =
        suites(output(command(jvm, "all", seed, count), ALL_SECONDS));
    for (Map.Entry<Integer, List<String>> suite : expected.entrySet()) {
      String found = output(command(executable, suite.getKey().toString(), seed, count), SECONDS);
      List<String> lines = suites(found).getOrDefault(suite.getKey(), List.of());
      if (lines.size() < suite.getValue().size()) {
        broken.add(suite.getValue().get(lines.size()));
      }
      compare(suite.getValue(), lines);
    }
  }

  private static List<String> command(List<String> start, String suite, long seed, int count) {
    List<String> command = new ArrayList<>(start);
    command.addAll(List.of(suite, Long.toString(seed), Integer.toString(count)));
    return command;
  }

  private static String output(List<String> command, int seconds)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    Thread limit =
        new Thread(
            () -> {
              try {
                if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                  process.destroyForcibly();
                }
              } catch (InterruptedException e) {
                process.destroyForcibly();
              }
            });
    limit.setDaemon(true);
    limit.start();
    try (InputStream in = process.getInputStream()) {
      return new String(in.readAllBytes(), UTF_8);
    } finally {
      process.waitFor();
    }
  }

  private static Map<Integer, List<String>> suites(String output) {
    Map<Integer, List<String>> all = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    for (String line : output.split("\n")) {
      if (line.startsWith("== ")) {
        lines = new ArrayList<>();
        all.put(Integer.parseInt(line.substring(3)), lines);
      } else if (!line.isEmpty()) {
        lines.add(line);
      }
    }
    return all;
  }

  private void compare(List<String> expected, List<String> found) {
    String leftOut = "";
    for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
      String[] words = expected.get(i).split(" ", 4);
      if (words[1].equals(leftOut)) {
        continue;
      }
      Tally tally = methods.computeIfAbsent(words[0] + " " + words[2], name -> new Tally());
      String onJvm = ANY_INDEX.matcher(expected.get(i)).replaceAll("an index");
      String natively = ANY_INDEX.matcher(found.get(i)).replaceAll("an index");
      if (onJvm.equals(natively)) {
        tally.alike += onJvm.endsWith(ON_NOTHING) ? 0 : 1;
        continue;
      }
      leftOut = words[1];
      if (!LIMITS.matcher(onJvm).matches() && !LIMITS.matcher(natively).matches()) {
        tally.different++;
        if (tally.example.isEmpty()) {
          tally.example = onJvm + "\n  natively: " + natively;
        }
      }
    }
  }
}

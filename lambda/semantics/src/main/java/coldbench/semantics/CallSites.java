package coldbench.semantics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The tables of calls that may throw, in a tenth of their bytes. TeaVM writes 16 bytes for each
 * call and 24 for each line of a stack trace, a third of an executable, of which next to nothing is
 * ever read.
 *
 * <p>Here a call has a place, and a place in the source is the lines of a stack trace, of the
 * method itself and of those it was inlined into. It is written as how many lines it shares with
 * the place before, from the outermost on, how many others follow, and of each of those its
 * method's number plus 1 and its line's plus 1, or 0 and how many lines further it is than the one
 * at its depth, if that was of the same method. The first place of a block shares nothing, so that
 * few have to be read to know one. All numbers are in groups of seven bits, the lowest first, with
 * signs as in 0, -1, 1, -2. What reads them is callsite.c.
 */
final class CallSites {
  private static final int BLOCK = 16;

  private static final Pattern LINE =
      Pattern.compile(
          "\\{ \\.method = methodLocations_teavm_callSites \\+ (\\d+), \\.lineNumber = (-?\\d+)"
              + "(?:, \\.next = callSiteLocations_teavm_callSites \\+ (\\d+))? }");
  private static final Pattern SITE =
      Pattern.compile(
          "\\{ \\.firstHandler = (NULL|exceptionHandlers_teavm_callSites \\+ \\d+),"
              + " \\.location = (?:NULL|callSiteLocations_teavm_callSites \\+ (\\d+)) }");
  private static final Pattern LINES =
      Pattern.compile(
          "static TeaVM_CallSiteLocation callSiteLocations_teavm_callSites\\[(\\d+)] = \\{[^;]*};");
  private static final Pattern SITES =
      Pattern.compile("TeaVM_CallSite teavm_callSites\\[(\\d+)] = \\{[^;]*};");
  private static final Pattern USE =
      Pattern.compile(
          "TEAVM_FIELD\\(TEAVM_FIND_CALLSITE\\((\\w+), \\w+\\), TeaVM_CallSite,"
              + " (firstHandler|location)\\)");

  /** A method's number in TeaVM's table, and a line, -1 where it is not known. */
  private record Line(int method, int number) {}

  private CallSites() {}

  /**
   * Puts such tables in place of TeaVM's; where it has none, nothing changes.
   *
   * @param reader callsite.c
   * @throws IllegalStateException if there is more in the tables than TeaVM writes
   */
  static void compact(Path file, String reader) throws IOException {
    String source = Files.readString(file);
    List<MatchResult> table = SITES.matcher(source).results().toList();
    if (table.isEmpty()) {
      return;
    }
    List<MatchResult> lines = LINE.matcher(source).results().toList();
    List<MatchResult> sites = SITE.matcher(source).results().toList();
    if (lines.size() != declared(LINES.matcher(source).results().toList())
        || sites.size() != declared(table)) {
      throw CSources.unknown(file, "the tables of calls", CallSites.class);
    }
    String rest = SITES.matcher(LINES.matcher(source).replaceAll("")).replaceAll("");
    Files.writeString(file, rest + handlers(sites) + places(lines, sites) + reader);
  }

  private static int declared(List<MatchResult> tables) {
    return tables.stream().mapToInt(table -> Integer.parseInt(table.group(1))).sum();
  }

  /** Whoever looked into the tables asks their reader. */
  static String asked(String source) {
    return USE.matcher(source).replaceAll("coldbench_$2($1)");
  }

  /** In the order of calls, for a search. */
  private static String handlers(List<MatchResult> sites) {
    StringBuilder rows = new StringBuilder();
    int count = 0;
    for (int site = 0; site < sites.size(); site++) {
      String handler = sites.get(site).group(1);
      if (!handler.equals("NULL")) {
        rows.append("    { ").append(site).append(", ").append(handler).append(" },\n");
        count++;
      }
    }
    return """

        #define COLDBENCH_CATCHING %d
        static const struct { int32_t site; TeaVM_ExceptionHandler* handler; } coldbench_catching[] = {
        %s    { INT32_MAX, NULL }
        };
        """
        .formatted(count, rows);
  }

  private static String places(List<MatchResult> lines, List<MatchResult> sites) {
    // Those that follow each other in TeaVM's table have most lines in common.
    TreeMap<Integer, Integer> numbers = new TreeMap<>();
    sites.forEach(site -> numbers.put(first(site), 0));
    Blocks places = new Blocks(BLOCK);
    List<Line> before = new ArrayList<>();
    int deepest = 1;
    for (Map.Entry<Integer, Integer> entry : numbers.entrySet()) {
      entry.setValue(places.count());
      if (places.begin()) {
        before.clear();
      }
      List<Line> stack = stack(lines, entry.getKey());
      write(stack, before, places);
      deepest = Math.max(deepest, stack.size());
    }
    Blocks calls = new Blocks(BLOCK);
    int last = 0;
    for (MatchResult site : sites) {
      if (calls.begin()) {
        last = 0;
      }
      int place = numbers.get(first(site));
      calls.addDifference(place - last);
      last = place;
    }
    return """
        #define COLDBENCH_BLOCK %d
        #define COLDBENCH_DEEPEST %d
        """
            .formatted(BLOCK, deepest)
        + calls.tables("coldbench_sites", "coldbench_siteBlocks")
        + places.tables("coldbench_places", "coldbench_placeBlocks");
  }

  private static int first(MatchResult site) {
    return site.group(2) == null ? -1 : Integer.parseInt(site.group(2));
  }

  /** From the outermost line on. */
  private static List<Line> stack(List<MatchResult> lines, int innermost) {
    List<Line> stack = new ArrayList<>();
    for (int i = innermost; i >= 0; ) {
      MatchResult line = lines.get(i);
      stack.add(0, new Line(Integer.parseInt(line.group(1)), Integer.parseInt(line.group(2))));
      i = line.group(3) == null ? -1 : Integer.parseInt(line.group(3));
    }
    return stack;
  }

  /**
   * @param before the lines that were last seen at each depth, which those of the stack replace
   */
  private static void write(List<Line> stack, List<Line> before, Blocks places) {
    int kept = 0;
    while (kept < Math.min(stack.size(), before.size())
        && stack.get(kept).equals(before.get(kept))) {
      kept++;
    }
    places.add(kept);
    places.add(stack.size() - kept);
    for (int depth = kept; depth < stack.size(); depth++) {
      Line line = stack.get(depth);
      if (depth < before.size() && before.get(depth).method() == line.method()) {
        places.add(0);
        places.addDifference(line.number() - before.get(depth).number());
      } else {
        places.add(line.method() + 1);
        places.add(line.number() + 1);
      }
      if (depth < before.size()) {
        before.set(depth, line);
      } else {
        before.add(line);
      }
    }
  }
}

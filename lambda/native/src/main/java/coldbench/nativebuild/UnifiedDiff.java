package coldbench.nativebuild;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Changes to files of a pinned version, which therefore apply to the letter or not at all.
 *
 * <p>Source: https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html
 *
 * @param files per file its lines, those of {@code ---}, {@code +++} left out
 */
record UnifiedDiff(Map<String, List<String>> files) {
  private static final Pattern HUNK =
      Pattern.compile("@@ -(\\d+)(?:,\\d+)? \\+\\d+(?:,\\d+)? @@.*");

  static UnifiedDiff parse(List<String> lines) {
    Map<String, List<String>> files = new LinkedHashMap<>();
    List<String> current = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("--- ")) {
        current = files.computeIfAbsent(line.substring(4).trim(), name -> new ArrayList<>());
      } else if (!line.startsWith("+++ ")) {
        current.add(line);
      }
    }
    return new UnifiedDiff(files);
  }

  /** The file's lines as they are after the change. */
  List<String> apply(String file, List<String> before) throws BuildException {
    List<String> after = new ArrayList<>();
    int at = 0;
    for (String line : files.getOrDefault(file, List.of())) {
      Matcher hunk = HUNK.matcher(line);
      if (hunk.matches()) {
        int start = Integer.parseInt(hunk.group(1)) - 1;
        after.addAll(before.subList(at, Math.min(start, before.size())));
        at = start;
      } else if (line.startsWith("+")) {
        after.add(line.substring(1));
      } else {
        String wanted = line.isEmpty() ? "" : line.substring(1);
        if (at >= before.size() || !before.get(at).equals(wanted)) {
          throw new BuildException(
              file
                  + " is not the one that the changes are for: line "
                  + (at + 1)
                  + " is not \""
                  + wanted
                  + "\". Pin the version they were made for, or make them anew.");
        }
        if (!line.startsWith("-")) {
          after.add(wanted);
        }
        at++;
      }
    }
    after.addAll(before.subList(at, before.size()));
    return after;
  }
}

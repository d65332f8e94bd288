package coldbench.differential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The list for users, DIFFERENCES.md of lambda/semantics: in its code blocks stand, line by line, a
 * pattern of what a JVM prints and, after the arrow, of what the executable may print instead.
 */
record AllowedDifferences(List<Pair> pairs) {
  record Pair(Pattern jvm, Pattern executable) {}

  private static final Path LIST = Path.of("..", "semantics", "DIFFERENCES.md");
  private static final String ARROW = "  ->  ";

  static AllowedDifferences load() throws IOException {
    return new AllowedDifferences(
        Files.readAllLines(LIST).stream()
            .filter(line -> line.startsWith("    ") && line.contains(ARROW))
            .map(line -> line.strip().split(ARROW, 2))
            .map(
                pair ->
                    new Pair(Pattern.compile(pair[0].strip()), Pattern.compile(pair[1].strip())))
            .toList());
  }

  boolean permits(String onJvm, String natively) {
    return pairs.stream()
        .anyMatch(p -> p.jvm.matcher(onJvm).matches() && p.executable.matcher(natively).matches());
  }
}

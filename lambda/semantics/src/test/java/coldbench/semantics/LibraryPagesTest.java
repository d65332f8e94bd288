package coldbench.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages for users say what the lists say that the build and the comparing machine go by. */
class LibraryPagesTest {
  private static final Path RESOURCES =
      Path.of("src", "main", "resources", "coldbench", "semantics");
  private static final Path PAGE = Path.of("..", "..", "docs", "java-library.md");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^- `([a-z.]+)`: (.*)$");
  private static final Pattern REASON = Pattern.compile("(?m)^- `(\\S+)`: ");

  @Test
  void thePageNamesEveryClassThatCanBeUsedAndNoOther() throws IOException {
    Map<String, Set<String>> onPage = new TreeMap<>();
    PACKAGE
        .matcher(Files.readString(PAGE))
        .results()
        .forEach(line -> onPage.put(line.group(1), names(line)));
    Map<String, Set<String>> usable = new TreeMap<>();
    for (List<String> words : lines(RESOURCES.resolve("usable.txt"))) {
      usable
          .computeIfAbsent(words.get(0), name -> new TreeSet<>())
          .addAll(words.subList(1, words.size()));
    }
    assertThat(onPage).isEqualTo(usable);
  }

  private static Set<String> names(MatchResult line) {
    return new TreeSet<>(Arrays.asList(line.group(2).split(" ")));
  }

  @Test
  void everyReasonForADifferenceIsExplainedToUsers() throws IOException {
    Set<String> explained =
        REASON
            .matcher(Files.readString(Path.of("DIFFERENCES.md")))
            .results()
            .map(reason -> reason.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> given =
        lines(Path.of("different.txt")).stream()
            .map(words -> words.get(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(explained).isEqualTo(given);
  }

  @Test
  void whatIsRefusedOrMissingIsOfAClassThatCanBeUsed() throws IOException {
    NativeLibrary library = new NativeLibrary();
    assertThat(
            Stream.concat(
                    lines(RESOURCES.resolve("refused.txt")).stream(),
                    lines(Path.of("missing.txt")).stream())
                .map(words -> words.get(0))
                .toList())
        .allMatch(library::has);
  }

  private static List<List<String>> lines(Path list) throws IOException {
    return Files.readAllLines(list).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> List.of(line.split(" ", -1)))
        .toList();
  }
}

package coldbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** One way to say that something may be missing. */
class MissingValuesTest {
  private static final Path SOURCES = Path.of("src/main/java/coldbench");

  /** Methods whose null others decide on: of the JDK's FileVisitor, of what jsii hands over. */
  private static final Set<String> CALLED_BY_OTHERS =
      Set.of("emulator/cgroup/WorkFolder.java", "deploy/NagSuppressions.java");

  @Test
  void whatMayBeMissingIsOptionalAndNullableOnlyWhereAnotherLibraryHasNulls() throws IOException {
    Set<String> others = new TreeSet<>();
    List<Path> sources;
    try (var files = Files.walk(SOURCES)) {
      sources = files.filter(file -> file.toString().endsWith(".java")).toList();
    }
    for (Path source : sources) {
      String text = Files.readString(source);
      // To the JSONata library null is a value: nothing.
      if (text.contains("@Nullable") && !text.contains("import com.dashjoin.jsonata.")) {
        others.add(SOURCES.relativize(source).toString());
      }
    }

    assertThat(sources).isNotEmpty();
    assertThat(others).isEqualTo(new TreeSet<>(CALLED_BY_OTHERS));
  }
}

package coldbench.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a function is built with here is what others get from a release. */
class LibrariesTest {
  @Test
  void allThatFunctionsAreBuiltWithIsReleased() throws Exception {
    List<String> modules =
        Files.readAllLines(Path.of(".github/workflows/release.yml")).stream()
            .map(String::strip)
            .filter(line -> line.startsWith("-pl "))
            .flatMap(line -> List.of(line.substring("-pl ".length()).split(",", -1)).stream())
            .toList();
    assertThat(modules).containsExactlyInAnyOrderElementsOf(Libraries.MODULES);
  }
}

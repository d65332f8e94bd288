package coldbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ClassNamesTest {
  private static Set<String> names(Path sources) throws IOException {
    try (var files = Files.walk(sources)) {
      Set<String> names = new TreeSet<>();
      files
          .filter(file -> file.toString().endsWith(".java"))
          .map(file -> sources.relativize(file).toString())
          .filter(name -> !name.endsWith("package-info.java"))
          .forEach(names::add);
      return names;
    }
  }

  /** The tool compiles users' functions in its own process, where its class would be taken. */
  @Test
  void noClassOfTheToolHasTheNameOfOneThatFunctionsUse() throws IOException {
    Set<String> tool = names(Path.of("src/main/java"));
    Set<String> libraries = new TreeSet<>();
    try (var modules = Files.list(Path.of("lambda"))) {
      for (Path module : modules.toList()) {
        Path sources = module.resolve("src/main/java");
        if (Files.isDirectory(sources)) {
          libraries.addAll(names(sources));
        }
      }
    }

    assertThat(libraries).isNotEmpty().doesNotContainAnyElementsOf(tool);
  }
}

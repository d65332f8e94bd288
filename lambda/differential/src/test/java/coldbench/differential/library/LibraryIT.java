package coldbench.differential.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Every method of the class library answers as on a JVM, in sequences of calls that are drawn from
 * a seed, but for those that {@code different.txt} lists. It runs where {@code -Dlibrary.classes}
 * names classes, by a regular expression.
 */
@EnabledIfSystemProperty(named = "library.classes", matches = ".+")
class LibraryIT {
  @Test
  void noMethodThatIsNotRefusedAnswersOtherwiseThanOnAJvm() throws Exception {
    LibrarySuites suites =
        LibrarySuites.make(
            Path.of(System.getProperty("library.folder")),
            System.getProperty("library.classes"),
            MethodList.read(MethodList.MISSING));
    Comparison found =
        suites.compare(Long.getLong("library.seed"), Integer.getInteger("library.sequences"));
    KnownDifferences known = KnownDifferences.read();
    List<String> different = new ArrayList<>();
    int calls = 0;
    for (var method : found.methods.entrySet()) {
      calls += method.getValue().alike;
      if (method.getValue().different > 0 && !known.has(method.getKey())) {
        different.add(method.getValue().example);
      }
    }
    System.out.printf("%d methods, %d calls alike%n", found.methods.size(), calls);
    assertThat(different).isEmpty();
    assertThat(found.broken).isEmpty();
    assertThat(calls).isGreaterThan(found.methods.size());
  }
}

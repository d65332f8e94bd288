package coldbench.differential.library;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.differential.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The class library answers as on a JVM, in sequences of calls that are drawn from a seed, but for
 * what the lists of lambda/semantics say: what answers otherwise, cannot be compiled or is not
 * called is listed. Each build does a part of it, and holds that what is listed of it is so; {@code
 * -Plong} does all, and {@code -Dlibrary.classes} some, by a regular expression.
 */
class LibraryIT {
  /** Of DIFFERENCES.md, of what older JDKs write otherwise. */
  private static final String DIGITS = "digits";

  private static final long SEED_OF_THE_LISTS = 1;

  @Test
  void theListsSayHowClassesAnswer() throws Exception {
    check(
        System.getProperty("library.classes"),
        Integer.getInteger("library.calls"),
        MethodList.read(MethodList.MISSING),
        false);
  }

  static Stream<String> everyPackage() {
    return LibraryGroups.ALL.stream();
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("everyPackage")
  void theListsSayHowEachPackageAnswers(String classes) throws Exception {
    check(classes, LibraryGroups.CALLS, new MethodList(List.of(), Map.of()), true);
  }

  private static void check(String classes, int count, MethodList knownMissing, boolean isWhole)
      throws IOException, InterruptedException {
    Path folder = Path.of(System.getProperty("library.folder"));
    LibraryRun run =
        LibraryRun.of(
            folder.resolve(Integer.toHexString(classes.hashCode())),
            classes,
            knownMissing,
            count,
            List.of(Long.getLong("library.seed")));
    System.out.println(classes + ": " + run.summary());
    Pattern tried = Pattern.compile(classes);
    assertThat(run.broken).isEmpty();
    assertThat(run.sources.refused.keySet())
        .as("methods that cannot be compiled")
        .isEqualTo(MethodList.read(MethodList.MISSING).of(tried).keySet());
    Map<String, String> uncalled = MethodList.read(MethodList.UNCALLED).of(tried);
    if (isWhole && Long.getLong("library.seed") == SEED_OF_THE_LISTS) {
      assertThat(run.uncalled()).as("methods that are not called").isEqualTo(uncalled);
    } else {
      // With few calls, or others, a receiver is missing where more have one.
      uncalled.values().removeIf(LibraryRun.RECEIVER::equals);
      assertThat(run.sources.notCalled).as("methods that cannot be called").isEqualTo(uncalled);
    }
    Map<String, String> known = MethodList.read(MethodList.DIFFERENT).of(tried);
    Map<String, String> different = new TreeMap<>(run.different());
    if (Program.isShortestHere()) {
      known.values().removeIf(DIGITS::equals);
    }
    if (isWhole) {
      // What is listed was found with several seeds, and depends on the clock and on addresses.
      different.keySet().removeAll(known.keySet());
      assertThat(different).as("methods that answer otherwise and are not listed").isEmpty();
    } else {
      assertThat(different.keySet())
          .as("methods that answer otherwise: %s", different)
          .isEqualTo(known.keySet());
    }
  }
}

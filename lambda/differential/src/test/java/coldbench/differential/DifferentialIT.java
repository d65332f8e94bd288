package coldbench.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same program on a JVM and natively, on every architecture that runs here. */
class DifferentialIT {
  private static final Path NATIVE = Path.of(System.getProperty("native.folder"));
  private static final String SEED = "7";

  static Stream<Executable> executables() {
    return Executable.all(NATIVE);
  }

  @ParameterizedTest
  @MethodSource("executables")
  void everyCaseGivesWhatItGivesOnAJvm(Executable executable) throws Exception {
    List<String> expected = Program.run(Program.onJvm(Program.thisJava(), "cases", SEED), Map.of());
    List<String> found = Program.run(executable.command("cases", SEED), Map.of());
    AllowedDifferences allowed = AllowedDifferences.load();
    List<String> different = new ArrayList<>();
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      String before = expected.get(i);
      String after = found.get(i);
      if (!before.equals(after) && !allowed.permits(before, after)) {
        different.add(before + "\n  natively: " + after);
      }
    }
    assertThat(different).isEmpty();
    assertThat(expected).hasSizeGreaterThan(10_000);
  }

  /** Also those that start within the same second, as sandboxes do. */
  @ParameterizedTest
  @MethodSource("executables")
  void everyProcessDrawsOtherRandomNumbers(Executable executable) throws Exception {
    Set<String> drawn = new HashSet<>();
    for (int i = 0; i < 3; i++) {
      drawn.addAll(Program.run(executable.command("random"), Map.of()));
    }
    assertThat(drawn).hasSize(30);
    // a double has 53 bits of them
    assertThat(drawn)
        .map(line -> Double.parseDouble(line.split(" ", -1)[0]))
        .allMatch(number -> number >= 0 && number < 1)
        .anyMatch(number -> number * 0x1p40 % 1 != 0);
  }

  @ParameterizedTest
  @MethodSource("executables")
  void objectGraphsSurviveInHeapsFromTooSmallToAmple(Executable executable) throws Exception {
    long seed = Long.getLong("soak.seed");
    long steps = Long.getLong("soak.steps") / (executable.emulated() ? 10 : 1);
    for (String megabytes : List.of("3", "4", "8", "32", "128")) {
      List<String> output =
          Program.run(
              executable.command("soak", Long.toString(seed++), Long.toString(steps)),
              Map.of("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", megabytes));
      assertThat(output).singleElement().asString().startsWith("checked ");
    }
  }

  /** A collection, and all of it moved, at every 61st allocation: as rare faults come often. */
  @Test
  void objectGraphsSurviveBeingMovedAllTheTime() throws Exception {
    Path folder = NATIVE.resolveSibling("stress");
    Program.build(
        Soak.class.getName(),
        System.getProperty("java.class.path"),
        Program.architecture(),
        folder,
        "-Dnative.optimize=-O3 -DCOLDBENCH_GC_STRESS=61");
    Executable executable = Executable.all(folder).findFirst().orElseThrow();
    assertThat(Program.run(executable.command("1", "200"), Map.of()))
        .singleElement()
        .asString()
        .startsWith("checked ");
  }
}

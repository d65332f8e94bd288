package coldbench.differential;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
    List<String> expected = run(jvm(), Map.of());
    List<String> found = run(executable.command("cases", SEED), Map.of());
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

  @ParameterizedTest
  @MethodSource("executables")
  void objectGraphsSurviveInHeapsFromTooSmallToAmple(Executable executable) throws Exception {
    long seed = Long.getLong("soak.seed");
    long steps = Long.getLong("soak.steps") / (executable.emulated() ? 10 : 1);
    for (String megabytes : List.of("3", "4", "8", "32", "128")) {
      List<String> output =
          run(
              executable.command("soak", Long.toString(seed++), Long.toString(steps)),
              Map.of("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", megabytes));
      assertThat(output).singleElement().asString().startsWith("checked ");
    }
  }

  private static List<String> jvm() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-Xmx64m",
        "-Xss8m",
        "-classpath",
        System.getProperty("java.class.path"),
        "coldbench.differential.Main",
        "cases",
        SEED);
  }

  private static List<String> run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output;
    try (InputStream in = process.getInputStream()) {
      output = new String(in.readAllBytes(), UTF_8);
    }
    assertThat(process.waitFor()).as(command + " said " + tail(output)).isZero();
    return output.lines().toList();
  }

  private static String tail(String text) {
    return text.substring(Math.max(0, text.length() - 500));
  }
}

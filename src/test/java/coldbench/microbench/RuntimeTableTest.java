package coldbench.microbench;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.emulator.SandboxTimer.Life;
import coldbench.emulator.SandboxTimer.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeTableTest {
  @TempDir private Path folder;

  @Test
  void hasMediansPeaksAndSizesWithTheirRatiosToTheFirst() throws Exception {
    Path file = Files.writeString(folder.resolve("bootstrap"), "x".repeat(2500));
    Map<Contender, List<Life>> lives = new LinkedHashMap<>();
    lives.put(
        contender("fast", file, OptionalDouble.of(7.25)),
        List.of(life(1000, 600, 2000, 80, 100), life(3000, 800, 2500, 90), life(1200, 700, 2400)));
    lives.put(
        contender("slow", file, OptionalDouble.empty()), List.of(life(120_000, 7000, 20_000, 900)));
    String[] lines = new RuntimeTable(lives).toString().split(System.lineSeparator(), -1);
    assertThat(lines).hasSize(3);
    assertThat(lines[0].strip().split("\\s{2,}"))
        .containsExactly(
            "init ms",
            "first ms",
            "warm p50 ms",
            "warm p99 ms",
            "peak KB",
            "file KB",
            "zip KB",
            "build s");
    assertThat(lines[1])
        .matches("fast +1\\.20 +0\\.70 +0\\.090 +0\\.100 +2500 +2\\.5 +0\\.\\d +7\\.3");
    assertThat(lines[2])
        .matches(
            "slow +120\\.00 \\(100x\\) +7\\.00 \\(10x\\) +0\\.900 \\(10x\\) +0\\.900 \\(9\\.0\\dx\\)"
                + " +20000 \\(8\\.00x\\) +2\\.5 \\(1\\.00x\\) +0\\.\\d \\(1\\.00x\\) +-");
  }

  @Test
  void leavesOutWhatWasNotMeasured() throws Exception {
    Path file = Files.writeString(folder.resolve("bootstrap"), "x");
    Map<Contender, List<Life>> lives =
        Map.of(contender("one", file, OptionalDouble.empty()), List.of(life(1000, 600, 2000)));
    assertThat(new RuntimeTable(lives).toString())
        .containsPattern("one +1\\.00 +0\\.60 +- +- +2000");
  }

  private static Contender contender(String name, Path file, OptionalDouble buildSeconds) {
    Program program = new Program(List.of(file.toString()), file.getParent(), Map.of());
    return new Contender(name, program, List.of(file), buildSeconds);
  }

  private static Life life(long initMicros, long firstMicros, long peakKb, long... warmMicros) {
    return new Life(
        micros(initMicros),
        micros(firstMicros),
        Arrays.stream(warmMicros).mapToObj(RuntimeTableTest::micros).toList(),
        peakKb);
  }

  private static Duration micros(long micros) {
    return Duration.ofNanos(micros * 1000);
  }
}

package coldbench.microbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import coldbench.emulator.SandboxTimer;
import coldbench.emulator.SandboxTimer.Life;
import coldbench.emulator.SandboxTimer.Program;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** With the native function as it was built. */
class RuntimeBenchIT {
  @Test
  void everyContenderLivesOnceARound() throws Exception {
    String architecture = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x86_64";
    Path bootstrap =
        Path.of("lambda/function/target/native", architecture, "bootstrap").toAbsolutePath();
    assumeThat(bootstrap).as("built by the lambda project").exists();
    List<Contender> contenders = List.of(contender("one", bootstrap), contender("two", bootstrap));
    List<Integer> rounds = new ArrayList<>();
    try (SandboxTimer timer = new SandboxTimer(Clock.systemUTC())) {
      Map<Contender, List<Life>> lives =
          new RuntimeBench(contenders, "{}", 3, 5, 1).run(timer, rounds::add);
      assertThat(rounds).containsExactly(1, 2, 3);
      assertThat(lives.keySet()).containsExactlyElementsOf(contenders);
      for (List<Life> each : lives.values()) {
        assertThat(each).hasSize(3);
        for (Life life : each) {
          assertThat(life.init()).isPositive();
          assertThat(life.first()).isPositive();
          assertThat(life.warm()).hasSize(5).allMatch(warm -> warm.compareTo(Duration.ZERO) > 0);
          assertThat(life.peakKb()).isPositive();
        }
      }
    }
  }

  @Test
  void oneThatDoesNotAnswerIsNamed() throws Exception {
    Contender broken = contender("broken", Path.of("/bin/false"));
    try (SandboxTimer timer = new SandboxTimer(Clock.systemUTC())) {
      assertThatThrownBy(
              () -> new RuntimeBench(List.of(broken), "{}", 1, 0, 1).run(timer, round -> {}))
          .hasMessageStartingWith("broken: the runtime did not answer: Broken");
    }
  }

  private static Contender contender(String name, Path file) {
    Program program = new Program(List.of(file.toString()), Path.of("/"), Map.of());
    return new Contender(name, program, List.of(file), OptionalDouble.empty());
  }
}

package coldbench.deploy.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import coldbench.analysis.Cell;
import coldbench.analysis.Experiment;
import coldbench.analysis.Trial;
import coldbench.analysis.Unreported;
import coldbench.asl.StateMachine;
import coldbench.deploy.Synthesized;
import coldbench.results.ResultsFolder;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the machine sees its callers wait for, in an account whose calls take time. */
class WaitMachineTest {
  private static final JsonNode DEFINITION = Synthesized.with(Map.of()).definition();
  private static final StateMachine MACHINE = StateMachine.load(DEFINITION);

  // As the account's REPORT lines say.
  private static final double INIT_MS = 28.96;
  private static final double FIRST_MS = 1.77;
  private static final double WARM_MS = 1.22;

  @TempDir Path results;

  private final Account account = new Account();
  private final Random random = new Random(5);
  private final Set<String> cold = new HashSet<>();

  /** How long Step Functions and the service take for a call whatever it is, from and to. */
  private double leastOwnMs;

  private double mostOwnMs;
  private double unreportedMs;

  /** Which of a run's cold starts find a sandbox that was made ahead, one in so many. */
  private int aheadEach = Integer.MAX_VALUE;

  private int coldStarts;

  @BeforeEach
  void functions() {
    DEFINITION
        .at("/States/LoadSettings/Assign/available")
        .forEach(each -> account.function(each.path("name").asText()));
    account.meanwhile =
        call -> {
          if (call.action().equals("updateFunctionConfiguration")) {
            cold.add(call.function());
          } else if (call.action().equals("invoke")) {
            double ms = leastOwnMs + random.nextDouble() * (mostOwnMs - leastOwnMs);
            if (!cold.remove(call.function())) {
              pass(ms + WARM_MS);
            } else if (++coldStarts % aheadEach == 0) {
              pass(ms + FIRST_MS);
            } else {
              pass(ms + unreportedMs + INIT_MS + FIRST_MS);
            }
          }
        };
  }

  private void pass(double ms) {
    try {
      account.time.sleep(Duration.ofNanos(Math.round(ms * 1e6)));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Cell cell(String input) throws Exception {
    account.run(MACHINE, input);
    for (Map.Entry<String, JsonNode> object : account.objects.entrySet()) {
      Path file = results.resolve(object.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, object.getValue().toString());
    }
    return Experiment.of(List.of(ResultsFolder.open(results).readLast())).cell("java", 128);
  }

  /** The same hidden 30 ms, whatever the machine takes itself, and however it varies. */
  @ParameterizedTest
  @CsvSource({"0, 0, 30", "40, 60, 30", "250, 250, 30", "20, 40, 0"})
  void whatTheMachineTakesItselfCancels(double least, double most, double hidden) throws Exception {
    leastOwnMs = least;
    mostOwnMs = most;
    unreportedMs = hidden;

    Unreported part = Unreported.of(cell("{'rounds': 60, 'warm': 5}")).orElseThrow();

    double noise = (most - least) / Math.sqrt(12 * 60) * Math.sqrt(1 + 1 / 5.0);
    assertThat(part.meanMs()).isCloseTo(hidden, within(1 + 3 * noise));
    assertThat(part.count()).isEqualTo(60);
    assertThat(part.ahead()).isZero();
    assertThat(part.interval().orElseThrow().high() - part.interval().orElseThrow().low())
        .isLessThan(4 * (1 + noise));
  }

  @Test
  void theWaitIsTheCallsWallTimeFromTheEntryOfItsState() throws Exception {
    leastOwnMs = 40;
    mostOwnMs = 40;
    unreportedMs = 30;

    Trial trial = cell("{'rounds': 1, 'warm': 2}").trials().get(0);

    assertThat(trial.cold().orElseThrow().waitMs().orElseThrow())
        .isCloseTo(40 + 30 + INIT_MS + FIRST_MS, within(1.0));
    assertThat(trial.warm())
        .hasSize(2)
        .allSatisfy(
            warm -> assertThat(warm.waitMs().orElseThrow()).isCloseTo(40 + WARM_MS, within(1.0)));
  }

  @Test
  void aSandboxMadeAheadIsFlaggedAndInNoMean() throws Exception {
    leastOwnMs = 40;
    mostOwnMs = 46;
    unreportedMs = 30;
    aheadEach = 4;

    Cell cell = cell("{'rounds': 20, 'warm': 3, 'functions': ['java']}");
    Unreported part = Unreported.of(cell).orElseThrow();

    assertThat(part.ahead()).isEqualTo(5);
    assertThat(part.count()).isEqualTo(15);
    assertThat(part.meanMs()).isCloseTo(30, within(4.0));
    assertThat(cell.trials()).hasSize(20);
  }

  /** It would hold the pauses between the attempts. */
  @Test
  void aCallThatWasTriedAgainHasNoWait() throws Exception {
    account.refuse("invoke", "Function", 1, "Lambda.TooManyRequestsException");

    Trial trial = cell("{'rounds': 1, 'warm': 2, 'functions': ['java']}").trials().get(0);

    assertThat(trial.cold().orElseThrow().waitMs()).isEmpty();
    assertThat(trial.warm()).allSatisfy(warm -> assertThat(warm.waitMs()).isPresent());
    assertThat(Unreported.madeAhead(trial)).isFalse();
  }

  @Test
  void aClockThatIsPutBackMakesNoWait() throws Exception {
    leastOwnMs = -50;
    mostOwnMs = -50;

    Trial trial = cell("{'rounds': 1, 'warm': 1}").trials().get(0);

    assertThat(trial.cold().orElseThrow().waitMs()).isEmpty();
    assertThat(trial.warm().get(0).waitMs()).isEmpty();
  }
}

package coldbench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.asl.ExecutionResult;
import coldbench.asl.StateMachine;
import coldbench.deploy.SynthesizedMachine;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The benchmark's machine over hundreds of seeded runs in which services are throttled, answers are
 * lost, updates are late, old sandboxes answer, new ones start where none should, functions answer
 * wrongly or crash, the bucket refuses objects, and the tool is killed.
 */
class FaultsTest {
  /** Some in every build, hundreds before a release. */
  private static final int RUNS = Integer.getInteger("faults.runs", 120);

  private static final int KILLED_RUNS = RUNS / 4;
  private static final int SNAP_START_RUNS = RUNS / 4;

  /** As many as it takes for one that does not become precise. */
  private static final int UNTIL_RUNS = 50;

  private static final int ROUNDS = 3;
  private static final int WARM = 2;

  private static ObjectNode input() {
    ObjectNode input =
        JsonNodeFactory.instance.objectNode().put("rounds", ROUNDS).put("warm", WARM);
    input.putArray("memoryMb").add(128).add(256);
    return input;
  }

  @Test
  void noNumberIsWrongNoTrialLostAndNoIncompleteRunSucceeds() throws InterruptedException {
    Map<String, Integer> endings = new HashMap<>();
    for (long seed = 0; seed < RUNS; seed++) {
      Night night = new Night(seed, Faults.any(new Random(seed)));
      ExecutionResult result = night.run(input());
      check(seed, night, result);
      endings.merge(
          result instanceof ExecutionResult.Failed failed ? failed.error() : "SUCCEEDED",
          1,
          Integer::sum);
    }
    // Faults that always or never break a run would prove nothing.
    assertThat(endings.get("SUCCEEDED")).isBetween(RUNS / 10, RUNS * 9 / 10);
    assertThat(endings.get("IncompleteRun")).isBetween(RUNS / 10, RUNS * 9 / 10);
  }

  @Tag("long")
  @Test
  void aRunUntilAPrecisionIsNoWorse() throws InterruptedException {
    ObjectNode input = input().put("rounds", 25).put("until", 70);
    int early = 0;
    int reached = 0;
    for (long seed = 0; seed < UNTIL_RUNS; seed++) {
      Night night = new Night(seed, Faults.any(new Random(seed)));
      ExecutionResult result = night.run(input);
      check(seed, night, result);
      JsonNode precision =
          night.account().objects().get("runs/night/summary.json").path("precision");
      early += precision.path("rounds").asInt() < 25 ? 1 : 0;
      reached += precision.path("reached").asBoolean() ? 1 : 0;
    }
    assertThat(early).isPositive().isLessThanOrEqualTo(reached);
    assertThat(reached).isLessThan(UNTIL_RUNS);
  }

  private static void check(long seed, Night night, ExecutionResult result) {
    try {
      JsonNode summary = night.account().objects().get("runs/night/summary.json");
      int rounds =
          summary == null ? ROUNDS : summary.path("precision").path("rounds").asInt(ROUNDS);
      Invariants invariants = new Invariants(night.account(), night.functions(), rounds, WARM);
      invariants.everyCompleteTrialIsTrue();
      if (summary == null) {
        assertThat(result).isInstanceOf(ExecutionResult.Failed.class);
        return;
      }
      invariants.theSummaryAgreesWithTheTrials(summary);
      invariants.noTrialIsLost(summary, 2);
      invariants.theRunSucceedsOnlyWhenComplete(summary, result);
      invariants.theConfigurationIsRestored(summary);
      invariants.noVersionIsLeft(summary);
    } catch (AssertionError e) {
      throw new AssertionError("seed " + seed + ", " + result, e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "$not($here) ? 'stale' : | ``",
        "$exists($wrong) ? 'wrong' : | ``",
        "$not($here) ? 'stale' : $began | $not($here) ? 'stale' : $count($samples) = 0 ? 'cold' : 'warm'",
        "$exists($repeated) ? 'suppressed' : 'warm' | 'warm'",
        "$reverse([ | ([",
        "$rounds - $count | 0",
        "'max': $max($trials.max) } | 'max': $min($trials.max) }",
        "{ $trial.label: 'NotStored' } | { $trial.label: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1] }",
        "and $count($states.input.notRestored) = 0 | ``",
        "$states.input.restore.memoryMb | 256",
        "$states.input.complete = $states.input.trials | true",
      })
  void aMachineWithADefectIsFoundOut(String text, String defect) throws InterruptedException {
    StateMachine defective = Night.defective(text, defect);
    boolean found = false;
    for (long seed = 0; seed < RUNS && !found; seed++) {
      Night night = new Night(seed, Faults.any(new Random(seed)), defective);
      ExecutionResult result = night.run(input());
      try {
        check(seed, night, result);
      } catch (AssertionError e) {
        found = true;
      }
    }
    assertThat(found).isTrue();
  }

  @Test
  void withSnapStartNoVersionIsLeftThatIsNotNamed() throws InterruptedException {
    StateMachine machine = StateMachine.load(SynthesizedMachine.withSnapStart());
    int succeeded = 0;
    for (long seed = 0; seed < SNAP_START_RUNS; seed++) {
      Night night = Night.withSnapStart(seed, Faults.any(new Random(seed)), machine);
      ExecutionResult result = night.run(input());
      check(seed, night, result);
      succeeded += result instanceof ExecutionResult.Succeeded ? 1 : 0;
    }
    assertThat(succeeded).isBetween(SNAP_START_RUNS / 10, SNAP_START_RUNS * 9 / 10);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$append($restored, $states.result) | $restored",
        "$functions[described.snapStart = true].( | [].(",
        "$exists($sample.restoreMs) ? 'cold' | $exists($sample.restoreMs) ? 'warm'",
        "$begun := snapStart = true ? 'restoreMs' | $begun := snapStart = true ? 'initMs'",
      })
  void aDefectInTheStatesForVersionsIsFoundOut(String text, String defect)
      throws InterruptedException {
    StateMachine defective = Night.defectiveWithSnapStart(text, defect);
    boolean found = false;
    int succeeded = 0;
    for (long seed = 0; seed < SNAP_START_RUNS && !found; seed++) {
      Night night = Night.withSnapStart(seed, Faults.any(new Random(seed)), defective);
      try {
        ExecutionResult result = night.run(input());
        check(seed, night, result);
        succeeded += result instanceof ExecutionResult.Succeeded ? 1 : 0;
      } catch (AssertionError e) {
        found = true;
      }
    }
    assertThat(found || succeeded < SNAP_START_RUNS / 10).isTrue();
  }

  @Test
  void aRunThatIsKilledLeavesWholeTrialsAndTheNextOneCompletes() throws InterruptedException {
    Night whole = new Night(0, Faults.NONE);
    whole.run(input());
    for (long seed = 0; seed < KILLED_RUNS; seed++) {
      Night night = new Night(seed, Faults.NONE);
      night.account().killAt(1 + new Random(seed).nextInt((int) whole.account().calls()));
      boolean killed = false;
      try {
        night.run(input());
      } catch (InterruptedException e) {
        killed = true;
      }
      assertThat(killed).isTrue();
      new Invariants(night.account(), night.functions(), ROUNDS, WARM).everyCompleteTrialIsTrue();

      ExecutionResult next = night.run(input());

      assertThat(next).isInstanceOf(ExecutionResult.Succeeded.class);
      check(seed, night, next);
    }
  }
}

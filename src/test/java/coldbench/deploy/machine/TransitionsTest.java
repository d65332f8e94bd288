package coldbench.deploy.machine;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.analysis.Prices;
import coldbench.analysis.Run;
import coldbench.analysis.RunCost;
import coldbench.analysis.RunEstimate;
import coldbench.analysis.RunShape;
import coldbench.asl.StateMachine;
import coldbench.deploy.Synthesized;
import coldbench.deploy.SynthesizedMachine;
import coldbench.results.ResultsFolder;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run is said to cost is counted as the machine itself enters its states. */
class TransitionsTest {
  private static final Prices PRICES = Prices.of("us-east-1", "arm64").orElseThrow();
  private static final String INPUT = "{'rounds': 3, 'warm': 2, 'memoryMb': [128, 512]}";

  private final Account account = new Account();
  private final AtomicLong entered = new AtomicLong();

  @TempDir private Path folder;

  /** Runs the machine and reads what it put, as a report does. */
  private Run run(JsonNode definition, String input) throws Exception {
    account.run(
        StateMachine.load(definition),
        input,
        event -> entered.addAndGet(event.type().endsWith("StateEntered") ? 1 : 0));
    for (Map.Entry<String, JsonNode> object : account.objects.entrySet()) {
      Path file = folder.resolve(object.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, object.getValue().toString());
    }
    return ResultsFolder.open(folder).readLast();
  }

  private Account.Function function(JsonNode definition, int at) {
    return account.function(
        definition.at("/States/LoadSettings/Assign/available/" + at + "/name").asText());
  }

  private static long counted(Run run) {
    return RunCost.of(run, Map.of("arm64", PRICES)).stateTransitions();
  }

  private static RunEstimate estimate(int functions, int warmUps, int snapStart) {
    return RunEstimate.of(
        new RunShape(3, false, 2, List.of(128, 512), functions, warmUps, snapStart, 1), PRICES);
  }

  @Test
  void aRunIsChargedForEveryStateThatItEnters() throws Exception {
    Run run = run(SynthesizedMachine.definition(), INPUT);

    assertThat(entered.get()).isPositive().isEqualTo(counted(run));
  }

  @Test
  void everyBatchOfARunUntilAPrecisionCounts() throws Exception {
    Run run =
        run(
            SynthesizedMachine.definition(),
            "{'rounds': 50, 'warm': 2, 'until': 1, 'memoryMb': [128, 512]}");

    assertThat(run.complete()).isTrue();
    assertThat(run.planned()).isEqualTo(60);
    assertThat(counted(run)).isEqualTo(entered.get());
    // What it was said to take at most, had it ended there.
    assertThat(
            RunEstimate.of(new RunShape(15, true, 2, List.of(128, 512), 2, 0, 0, 1), PRICES)
                    .stateTransitions()
                - 3L * run.planned())
        .isEqualTo(entered.get());
  }

  @Test
  void moreMemoryThanAnyAccountAllowsIsTriedFirst() throws Exception {
    Run run = run(SynthesizedMachine.definition(), "{'rounds': 1, 'memoryMb': [128, 3009]}");

    assertThat(counted(run)).isEqualTo(entered.get());
    assertThat(account.calls.stream().map(Account.Call::action))
        .containsSubsequence("putObject", "updateFunctionConfiguration", "getFunction");
  }

  @Test
  void everyLookAtAConfigurationCounts() throws Exception {
    JsonNode definition = SynthesizedMachine.definition();
    function(definition, 0).pollsUntilSettled = 4;

    Run run = run(definition, INPUT);

    assertThat(run.trials()).anyMatch(trial -> trial.polls().orElseThrow() > 2);
    assertThat(counted(run)).isEqualTo(entered.get());
  }

  @Test
  void repeatedColdStartsAndRepeatedWarmCallsCount() throws Exception {
    JsonNode definition = SynthesizedMachine.definition();
    function(definition, 0).callsOfOldSandbox = 3;
    function(definition, 1).coldCallsInBetween = 2;

    Run run = run(definition, INPUT);

    assertThat(run.trials()).anyMatch(trial -> trial.attempts() > 1);
    assertThat(run.trials())
        .anyMatch(trial -> trial.attempts() == 1 && !trial.discarded().isEmpty());
    assertThat(counted(run)).isEqualTo(entered.get());
  }

  @Test
  void failedTrialsCountAsFarAsTheyCame() throws Exception {
    JsonNode definition = SynthesizedMachine.definition();
    function(definition, 0).answer = "{}";
    function(definition, 1).callsOfOldSandbox = 1000;

    Run run = run(definition, INPUT);

    assertThat(run.measured()).isZero();
    assertThat(counted(run)).isEqualTo(entered.get());
  }

  @Test
  void aRunThatEndsSinceNothingSucceedsCountsAsFarAsItCame() throws Exception {
    JsonNode definition = SynthesizedMachine.definition();
    function(definition, 0).answer = "{}";
    function(definition, 1).answer = "{}";

    Run run = run(definition, INPUT.replace("'rounds': 3", "'rounds': 9"));

    assertThat(run.failed()).hasSize(8);
    assertThat(run.missing()).isEqualTo(28);
    assertThat(counted(run)).isEqualTo(entered.get());
  }

  @Test
  void theCallBeforeTheWarmOnesCounts() throws Exception {
    JsonNode definition = Synthesized.with(WarmUpMachineTest.CONTEXT).definition();
    for (int at = 0; at < 4; at++) {
      function(definition, at).pollsUntilSettled = 2;
    }

    Run run = run(definition, INPUT);

    assertThat(run.complete()).isTrue();
    assertThat(counted(run)).isEqualTo(entered.get());
    // Said at most: the function with code of the user's own is not asked what it ran on.
    assertThat(estimate(4, 1, 0).stateTransitions()).isEqualTo(entered.get() + 6);
    assertThat(RunCost.of(run, Map.of("arm64", PRICES)).requests())
        .isEqualTo(account.calls.stream().filter(call -> call.action().equals("invoke")).count());
  }

  @Test
  void versionsAndTheirSnapshotsCount() throws Exception {
    JsonNode definition = SynthesizedMachine.withSnapStart();
    function(definition, 2).pollsUntilSnapshot = 3;

    Run run = run(definition, INPUT);

    assertThat(run.complete()).isTrue();
    assertThat(counted(run)).isEqualTo(entered.get());
  }

  @Test
  void theEstimateIsThatOfARunInWhichEachChangeIsLookedAtTwice() throws Exception {
    JsonNode definition = SynthesizedMachine.withSnapStart();
    for (int at = 0; at < 3; at++) {
      function(definition, at).pollsUntilSettled = 2;
    }
    function(definition, 2).pollsUntilSnapshot = 11;

    run(definition, INPUT);

    assertThat(estimate(3, 0, 1).stateTransitions()).isEqualTo(entered.get());
  }

  /** Eight lanes wait for their turns, three do not. */
  @ParameterizedTest
  @CsvSource({"3, 50", "8, 10"})
  void copiesAndTheirTurnsCount(int lanes, int warm) throws Exception {
    JsonNode definition = SynthesizedMachine.inLanes(lanes);
    for (JsonNode each : definition.at("/States/LoadSettings/Assign/available")) {
      each.path("copies").forEach(copy -> account.function(copy.asText()).pollsUntilSettled = 2);
    }

    Run run = run(definition, "{'rounds': 40, 'memoryMb': [128, 512], 'warm': " + warm + "}");

    assertThat(run.complete()).isTrue();
    assertThat(run.lanes()).isEqualTo(lanes);
    assertThat(run.trials()).allMatch(trial -> trial.lane().isPresent());
    assertThat(counted(run)).isEqualTo(entered.get());
    assertThat(
            RunEstimate.of(new RunShape(40, false, warm, List.of(128, 512), 2, 0, 0, lanes), PRICES)
                .stateTransitions())
        .isEqualTo(entered.get());
  }

  @Test
  void versionsOfCopiesCount() throws Exception {
    JsonNode definition = SynthesizedMachine.withSnapStart(3);

    Run run = run(definition, INPUT);

    assertThat(run.complete()).isTrue();
    assertThat(counted(run)).isEqualTo(entered.get());
    assertThat(account.functions.values()).allMatch(function -> function.versions.isEmpty());
  }
}

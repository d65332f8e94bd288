package coldbench.deploy.machine;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.analysis.Figure;
import coldbench.analysis.Prices;
import coldbench.analysis.Run;
import coldbench.analysis.RunCost;
import coldbench.analysis.RunEstimate;
import coldbench.analysis.RunShape;
import coldbench.analysis.Trial;
import coldbench.asl.ExecutionResult;
import coldbench.asl.StateMachine;
import coldbench.deploy.Synthesized;
import coldbench.deploy.SynthesizedMachine;
import coldbench.results.ResultsFolder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Long series of warm calls: more than a state and a history of the service can hold at once. */
class LongSeriesTest {
  private static final Prices PRICES = Prices.of("us-east-1", "arm64").orElseThrow();

  private final Account account = new Account();
  private final AtomicLong entered = new AtomicLong();
  private long longestHistory;

  @TempDir private Path folder;

  /** The interpreter itself refuses states and histories that are too large. */
  private Run run(JsonNode definition, String input) throws Exception {
    ExecutionResult result =
        account.run(
            StateMachine.load(definition),
            input,
            event -> {
              longestHistory = Math.max(longestHistory, event.id());
              entered.addAndGet(event.type().endsWith("StateEntered") ? 1 : 0);
            });
    assertThat(result).isInstanceOf(ExecutionResult.Succeeded.class);
    for (Map.Entry<String, JsonNode> object : account.objects.entrySet()) {
      Path file = folder.resolve(object.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, object.getValue().toString());
    }
    return ResultsFolder.open(folder).readLast();
  }

  @ParameterizedTest
  @CsvSource({"100, 0", "101, 1", "200, 1", "201, 2", "250, 2"})
  void callsThatAStateCannotHoldArePutInPartsAndReadTogether(int warm, int parts) throws Exception {
    Run run =
        run(
            SynthesizedMachine.definition(),
            "{'rounds': 1, 'warm': %d, 'functions': ['java']}".formatted(warm));

    assertThat(run.misfits()).isEmpty();
    assertThat(run.complete()).isTrue();
    assertThat(run.trials().get(0).warm()).hasSize(warm);
    assertThat(account.objects.get("runs/night/trials/java/128/1.json").path("parts").asInt())
        .isEqualTo(parts);
    assertThat(account.objects.keySet().stream().filter(key -> key.contains("/warm/")))
        .hasSize(parts);
    RunCost cost = RunCost.of(run, Map.of("arm64", PRICES));
    assertThat(cost.stateTransitions()).isEqualTo(entered.get());
    assertThat(cost.puts()).isEqualTo(account.objects.size());
    JsonNode means = account.objects.get("runs/night/summary.json").at("/cells/0/warm/durationMs");
    assertThat(means.path("mean").asDouble()).isEqualTo(1.22);
    assertThat(
            RunEstimate.of(new RunShape(1, false, warm, List.of(128), 1, 0, 0, 1), PRICES)
                    .stateTransitions()
                - 3)
        .isEqualTo(entered.get());
  }

  @Test
  void theSummaryIsOfAllParts() {
    JsonNode figures =
        Evaluation.of("PutTrial.Output")
            .variable("trial", "{'label': 'java'}")
            .variable(
                "samples",
                "[{'initMs': 20, 'durationMs': 2, 'billedMs': 22, 'maxMemoryMb': 16},"
                    + " {'durationMs': 4, 'billedMs': 4, 'maxMemoryMb': 18}]")
            .variable(
                "parts",
                "[{'durationMs': 5, 'least': 1, 'largest': 3, 'billedMs': 6, 'leastBilled': 2,"
                    + " 'largestBilled': 3, 'maxMemoryMb': 20, 'calls': 2}]")
            .variable("error", "{}")
            .evaluate();

    assertThat(figures)
        .isEqualTo(Evaluation.json("{'java': [20, 2, 22, 20, 3, 1, 4, 3.33, 2, 4]}"));
  }

  @Tag("long")
  @Test
  void fiveFunctionsWithFifteenHundredWarmCallsEachInTwoBlocksAreARun() throws Exception {
    List<Map<String, Object>> entries =
        IntStream.rangeClosed(1, 3)
            .<Map<String, Object>>mapToObj(
                i ->
                    Map.of(
                        "label", "own-" + i,
                        "code", "examples/hello-python",
                        "runtime", "python3.13",
                        "handler", "hello.handler"))
            .toList();
    JsonNode definition = Synthesized.with(Map.of("functions", entries)).definition();
    for (JsonNode available : definition.at("/States/LoadSettings/Assign/available")) {
      account.function(available.path("name").asText());
    }

    Run run = run(definition, "{'rounds': 2, 'warm': 1500}");

    assertThat(run.complete()).isTrue();
    assertThat(run.measured()).isEqualTo(10);
    assertThat(run.trials().stream().map(Trial::warm)).allMatch(warm -> warm.size() == 1500);
    assertThat(run.trials().stream().mapToLong(trial -> Figure.WARM.of(trial).count()).sum())
        .isEqualTo(15_000);
    assertThat(longestHistory).isBetween(10_500L, 20_000L);
    assertThat(RunCost.of(run, Map.of("arm64", PRICES)).stateTransitions())
        .isEqualTo(entered.get());
  }

  @Test
  void theLongestSeriesFitsIntoAHistoryWithRoomForCallsThatAreRepeated() throws Exception {
    run(SynthesizedMachine.definition(), "{'rounds': 1, 'warm': 2000, 'functions': ['java']}");

    assertThat(longestHistory).isBetween(14_000L, 15_000L);
  }

  @Test
  void aFunctionThatKeepsLosingItsSandboxFailsItsTrialBeforeTheStateIsFull() throws Exception {
    String name =
        SynthesizedMachine.definition().at("/States/LoadSettings/Assign/available/0/name").asText();
    Account.Function java = account.function(name);
    account.meanwhile =
        call -> {
          if (call.action().equals("invoke") && call.function().equals(name)) {
            java.coldCallsInBetween = account.calls.size() % 2;
          }
        };

    ExecutionResult result =
        account.run(
            StateMachine.load(SynthesizedMachine.definition()),
            "{'rounds': 1, 'warm': 2000, 'functions': ['java']}");

    JsonNode trial = account.objects.get("runs/night/trials/java/128/1.json");
    assertThat(result).isInstanceOf(ExecutionResult.Failed.class);
    assertThat(trial.at("/error/name").asText()).isEqualTo("NeverWarm");
    assertThat(trial.path("discarded")).hasSize(401);
    assertThat(trial.path("parts").asInt()).isPositive();
  }

  @Test
  void aPartThatTheBucketRefusesFailsTheTrial() throws Exception {
    account.refuse("putObject", "/warm/java", 1000, "S3.S3Exception");

    ExecutionResult result =
        account.run(
            StateMachine.load(SynthesizedMachine.definition()), "{'rounds': 1, 'warm': 150}");

    assertThat(((ExecutionResult.Failed) result).cause())
        .startsWith("1 of 2 trials failed, 1 of java");
    assertThat(account.objects.get("runs/night/trials/java/128/1.json").at("/error/name").asText())
        .isEqualTo("S3.S3Exception");
  }

  @Test
  void moreCallsThanARunTakesAreRefusedWithTheRoundsThatFit() throws Exception {
    ExecutionResult result =
        account.run(
            StateMachine.load(SynthesizedMachine.definition()), "{'rounds': 100, 'warm': 2000}");

    assertThat(((ExecutionResult.Failed) result).cause())
        .isEqualTo(
            "warm is 2000, with 200 trials that is 400200 calls, expected 252500 in one execution:"
                + " at most 63 rounds");
    assertThat(account.calls).isEmpty();
  }

  @Test
  void aPartThatIsMissingOrOfAnotherTrialIsNamed() throws Exception {
    run(SynthesizedMachine.definition(), "{'rounds': 1, 'warm': 150, 'functions': ['java']}");
    Path part = folder.resolve("runs/night/warm/java/128/1/1.json");
    ObjectNode other = (ObjectNode) account.objects.get("runs/night/warm/java/128/1/1.json");
    Files.writeString(part, other.deepCopy().put("round", 2).toString());
    assertThat(ResultsFolder.open(folder).readLast().misfits())
        .anyMatch(misfit -> misfit.contains("round is 2, expected 1"));
    Files.delete(part);
    assertThat(ResultsFolder.open(folder).readLast().misfits())
        .anyMatch(misfit -> misfit.contains("trials/java/128/1.json"));
  }
}

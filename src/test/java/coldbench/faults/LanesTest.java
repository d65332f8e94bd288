package coldbench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.asl.Engine;
import coldbench.asl.ExecutionRequest;
import coldbench.asl.ExecutionResult;
import coldbench.asl.StateMachine;
import coldbench.asl.TaskFailedException;
import coldbench.asl.TaskService;
import coldbench.deploy.SynthesizedMachine;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs in lanes against an account with Lambda's times, which takes 15 requests a second. */
@Timeout(120)
class LanesTest {
  private static final Instant START = Instant.parse("2026-03-14T02:00:00.300Z");
  private static final int REQUESTS_A_SECOND = 15;

  /** A child execution's own start, as RunEstimate takes it. */
  private static final Duration START_OF_CHILD = Duration.ofSeconds(3);

  private static final Map<String, Duration> TIMES =
      Map.of(
          "getFunction", Duration.ofMillis(60),
          "updateFunctionConfiguration", Duration.ofMillis(250),
          "invoke", Duration.ofMillis(120),
          "putObject", Duration.ofMillis(80),
          "listExecutions", Duration.ofMillis(60));

  /** What a simulated run was like. */
  private static final class Simulated implements TaskService {
    final SimulatedAccount account;
    final LaneTime time;
    final Deque<Instant> requests = new ArrayDeque<>();
    final Map<String, Integer> updates = new TreeMap<>();
    final Map<String, Instant> busyUntil = new HashMap<>();
    final Set<String> calling = new HashSet<>();
    int throttled;
    int mostAtOnce;
    ExecutionResult result = new ExecutionResult.TimedOut();

    Simulated(SimulatedAccount account, LaneTime time) {
      this.account = account;
      this.time = time;
    }

    @Override
    public JsonNode call(String resource, JsonNode arguments)
        throws TaskFailedException, InterruptedException {
      String action = resource.substring(resource.lastIndexOf(':') + 1);
      String function = arguments.path("FunctionName").asText();
      if (action.equals("updateFunctionConfiguration")) {
        limit();
        updates.merge(function, 1, Integer::sum);
      }
      if (action.equals("invoke")) {
        calling.add(function);
        mostAtOnce = Math.max(mostAtOnce, calling.size());
      }
      time.sleep(TIMES.get(action));
      calling.remove(function);
      if (action.equals("updateFunctionConfiguration")) {
        busyUntil.put(function, time.now().plusMillis(1_500));
      }
      JsonNode answer = account.call(resource, arguments);
      if (action.equals("getFunction")
          && time.now().isBefore(busyUntil.getOrDefault(function, Instant.MIN))) {
        ((com.fasterxml.jackson.databind.node.ObjectNode) answer.path("Configuration"))
            .put("LastUpdateStatus", "InProgress");
      }
      return answer;
    }

    /** GetFunction has a quota of its own, a hundred. */
    private void limit() throws TaskFailedException {
      Instant now = time.now();
      while (!requests.isEmpty() && requests.peek().isBefore(now.minusSeconds(1))) {
        requests.remove();
      }
      if (requests.size() >= REQUESTS_A_SECOND) {
        throttled++;
        throw new TaskFailedException("Lambda.TooManyRequestsException", "Rate exceeded");
      }
      requests.add(now);
    }

    JsonNode object(String key) {
      return account.objects().get("runs/night/" + key);
    }

    List<JsonNode> trials() {
      return account.objects().entrySet().stream()
          .filter(object -> object.getKey().contains("/trials/"))
          .map(Map.Entry::getValue)
          .toList();
    }
  }

  private static Simulated run(JsonNode definition, int lanes, String input) throws Exception {
    Random random = new Random(1);
    SimulatedAccount account = new SimulatedAccount(random, Faults.NONE);
    for (JsonNode each : definition.at("/States/LoadSettings/Assign/available")) {
      account.add(each.path("name").textValue());
      each.path("copies").forEach(copy -> account.add(copy.textValue()));
    }
    LaneTime time = new LaneTime(START, "night", lanes, START_OF_CHILD);
    Simulated simulated = new Simulated(account, time);
    Engine engine =
        Engine.system()
            .withItemsAtOnce(40)
            .withClock(time.clock())
            .withSleeper(time)
            .withJitter(random)
            .withHistory(time::heard);
    simulated.result =
        StateMachine.load(definition)
            .run(
                new ExecutionRequest(
                    "night",
                    "arn:aws:states:eu-central-1:123456789012:execution:coldbench-dev:night",
                    "arn:aws:states:eu-central-1:123456789012:stateMachine:coldbench-dev",
                    "coldbench-dev",
                    "arn:aws:iam::123456789012:role/coldbench-dev",
                    new ObjectMapper().readTree(input)),
                simulated,
                engine);
    return simulated;
  }

  private static long seconds(Simulated run) {
    return Duration.between(START, run.time.now()).toSeconds();
  }

  @Test
  void aHundredRoundsInEightLanesTakeASixthOfTheTimeAtMost() throws Exception {
    String input = "{\"rounds\": 100, \"seed\": 3}";
    Simulated one = run(SynthesizedMachine.definition(), 1, input);
    Simulated eight = run(SynthesizedMachine.inLanes(8), 8, input);

    assertThat(one.result).isInstanceOf(ExecutionResult.Succeeded.class);
    assertThat(eight.result).isInstanceOf(ExecutionResult.Succeeded.class);
    assertThat(eight.trials()).hasSize(200);
    assertThat(seconds(eight)).isLessThanOrEqualTo(seconds(one) / 6);
    assertThat(eight.mostAtOnce).isBetween(4, 8);
    assertThat(one.mostAtOnce).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 7, 8, 14, 20})
  void anAccountThatTakesFifteenRequestsASecondIsNeverAskedForMore(int lanes) throws Exception {
    Simulated run = run(SynthesizedMachine.inLanes(lanes), lanes, "{\"rounds\": 60, \"warm\": 0}");

    assertThat(run.result).isInstanceOf(ExecutionResult.Succeeded.class);
    assertThat(run.throttled).isZero();
  }

  /** Else the test before would prove nothing. */
  @Test
  void withoutTurnsTwentyLanesWouldBeThrottled() throws Exception {
    String definition =
        SynthesizedMachine.inLanes(20)
            .toString()
            .replace("$every * $ceil(($now + 1 - $own) / $every) + $own", "$now");
    Simulated run =
        run(new ObjectMapper().readTree(definition), 20, "{\"rounds\": 60, \"warm\": 0}");

    assertThat(run.throttled).isPositive();
  }

  @Test
  void eachBlockStaysInItsLaneAndEveryLaneHasItsShare() throws Exception {
    JsonNode definition = SynthesizedMachine.inLanes(5);
    Simulated run = run(definition, 5, "{\"rounds\": 25, \"warm\": 1}");

    Map<Integer, List<JsonNode>> byLane = new TreeMap<>();
    Map<Integer, Set<Integer>> lanesOfRounds = new TreeMap<>();
    for (JsonNode trial : run.trials()) {
      int lane = trial.path("lane").asInt();
      byLane.computeIfAbsent(lane, key -> new ArrayList<>()).add(trial);
      lanesOfRounds.computeIfAbsent(trial.path("round").asInt(), key -> new HashSet<>()).add(lane);
      List<String> copies = new ArrayList<>();
      definition
          .at("/States/LoadSettings/Assign/available")
          .forEach(each -> copies.add(each.path("copies").path(lane - 1).asText()));
      assertThat(copies)
          .contains(run.account.invocations().get(trial.at("/cold/requestId").asText()).function());
    }
    assertThat(byLane.keySet()).containsExactly(1, 2, 3, 4, 5);
    // The first two rounds are a batch of their own.
    assertThat(byLane.values()).allMatch(trials -> trials.size() >= 8 && trials.size() <= 12);
    assertThat(run.trials()).hasSize(50);
    assertThat(lanesOfRounds.values()).allMatch(lanes -> lanes.size() == 1);
    // The order is random, so that no lane has the rounds that come after each other.
    assertThat(byLane.get(1).stream().map(trial -> trial.path("round").asInt()).distinct().toList())
        .isNotEqualTo(List.of(1, 6, 11, 16, 21));
    assertThat(run.object("run.json").path("lanes").asInt()).isEqualTo(5);
  }

  @Test
  void everyCopyHasItsOwnConfigurationBack() throws Exception {
    Simulated run = run(SynthesizedMachine.inLanes(3), 3, "{\"rounds\": 6, \"memoryMb\": [256]}");

    assertThat(run.updates)
        .hasSize(6)
        .allSatisfy((name, updates) -> assertThat(updates).isBetween(2, 4));
    for (String name : run.updates.keySet()) {
      assertThat(run.account.function(name).memoryMb()).isEqualTo(128);
      assertThat(run.account.function(name).variables().has("BENCH_RUN")).isFalse();
    }
  }

  @Test
  void aRunUntilAPrecisionGoesOnInBatchesOfLanesToo() throws Exception {
    Simulated run = run(SynthesizedMachine.inLanes(4), 4, "{\"rounds\": 60, \"until\": 100}");

    int rounds = run.object("summary.json").at("/precision/rounds").asInt();
    assertThat(rounds).isGreaterThanOrEqualTo(15);
    assertThat(run.trials()).hasSize(2 * rounds);
  }

  @Test
  void moreThanAnExecutionHoldsGoesOnInBatches() throws Exception {
    Simulated run = run(SynthesizedMachine.inLanes(2), 2, "{\"rounds\": 20, \"warm\": 100}");

    // Nine blocks of two functions are 20,000 events.
    assertThat(run.result).isInstanceOf(ExecutionResult.Succeeded.class);
    assertThat(run.trials()).hasSize(40);
  }

  @Test
  void whatNoLaneHoldsIsRefused() throws Exception {
    Simulated run = run(SynthesizedMachine.inLanes(2), 2, "{\"rounds\": 4, \"warm\": 1500}");

    assertThat(((ExecutionResult.Failed) run.result).cause())
        .isEqualTo(
            "warm is 1500, with 2 functions and 1 memory sizes that is more than 2 lanes take at a"
                + " time, expected less of each, or a deployment without lanes");
  }
}

package coldbench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.asl.ExecutionResult;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;

/** What holds after every run, whatever went wrong in it. */
record Invariants(
    SimulatedAccount account, List<SimulatedFunction> functions, int rounds, int warm) {

  /** Every number of a complete trial is what really happened, in the sandbox that was wanted. */
  void everyCompleteTrialIsTrue() {
    for (JsonNode trial : trials()) {
      if (trial.path("status").textValue().equals("complete")) {
        assertTrue(trial, trial.path("cold"), true);
        assertThat(trial.path("warm")).hasSize(warm);
        trial.path("warm").forEach(sample -> assertTrue(trial, sample, false));
      } else {
        assertThat(trial.path("error").path("name").textValue()).isNotEmpty();
      }
    }
  }

  private void assertTrue(JsonNode trial, JsonNode sample, boolean cold) {
    Invoked invoked = account.invocations().get(sample.path("requestId").asText());
    assertThat(invoked).as("what the sample is of").isNotNull();
    assertThat(invoked.cold()).isEqualTo(cold);
    assertThat(invoked.right()).isTrue();
    assertThat(invoked.memoryMb()).isEqualTo(trial.path("memoryMb").intValue());
    assertThat(invoked.function()).containsIgnoringCase(trial.path("function").textValue());
    assertThat(sample.path("durationMs").doubleValue()).isEqualTo(invoked.durationMs());
    assertThat(sample.path("billedMs").intValue()).isEqualTo(invoked.billedMs());
    assertThat(sample.path("maxMemoryMb").intValue()).isEqualTo(invoked.maxMemoryMb());
    boolean snapStart = trial.path("function").textValue().equals("snap");
    assertThat(sample.has("initMs")).isEqualTo(cold && !snapStart);
    assertThat(sample.has("restoreMs")).isEqualTo(cold && snapStart);
    assertThat(sample.path(snapStart ? "restoreMs" : "initMs").asDouble(0))
        .isEqualTo(invoked.initMs());
  }

  /** The summary counts and computes what the trial objects hold, and counts what they do not. */
  void theSummaryAgreesWithTheTrials(JsonNode summary) {
    int complete = 0;
    for (JsonNode cell : summary.path("cells")) {
      List<JsonNode> trials = counted(cell);
      assertThat(cell.path("count").intValue()).isEqualTo(trials.size());
      assertThat(cell.path("failures").intValue()).isEqualTo(rounds - trials.size());
      if (!trials.isEmpty()) {
        String began = cell.path("function").textValue().equals("snap") ? "restoreMs" : "initMs";
        assertSpread(cell.at("/cold/" + began), trials, began);
        assertSpread(cell.at("/cold/durationMs"), trials, "durationMs");
        assertSpread(cell.at("/cold/billedMs"), trials, "billedMs");
        assertWarm(cell.at("/warm/durationMs"), trials);
      }
      complete += trials.size();
    }
    assertThat(summary.path("complete").intValue()).isEqualTo(complete);
  }

  /** The complete trials of a cell whose objects are known to be in the bucket. */
  private List<JsonNode> counted(JsonNode cell) {
    return account.objects().entrySet().stream()
        .filter(object -> account.acknowledged().contains(object.getKey()))
        .map(java.util.Map.Entry::getValue)
        .filter(object -> object.path("status").asText().equals("complete"))
        .filter(trial -> trial.path("function").equals(cell.path("function")))
        .filter(trial -> trial.path("memoryMb").equals(cell.path("memoryMb")))
        .toList();
  }

  private static void assertSpread(JsonNode spread, List<JsonNode> trials, String field) {
    double[] sorted =
        trials.stream()
            .mapToDouble(trial -> trial.path("cold").path(field).doubleValue())
            .sorted()
            .toArray();
    double middle = (sorted.length - 1) * 0.5;
    double low = sorted[(int) Math.floor(middle)];
    double high = sorted[(int) Math.ceil(middle)];
    Offset<Double> rounded = Offset.offset(0.00051);
    assertThat(spread.path("min").doubleValue()).isEqualTo(sorted[0]);
    assertThat(spread.path("max").doubleValue()).isEqualTo(sorted[sorted.length - 1]);
    assertThat(spread.path("p50").doubleValue()).isEqualTo((low + high) / 2, rounded);
    assertThat(spread.path("mean").doubleValue())
        .isEqualTo(java.util.Arrays.stream(sorted).average().orElseThrow(), rounded);
  }

  private static void assertWarm(JsonNode spread, List<JsonNode> trials) {
    List<Double> all = new ArrayList<>();
    trials.forEach(
        trial -> trial.path("warm").forEach(s -> all.add(s.path("durationMs").doubleValue())));
    assertThat(spread.path("min").doubleValue())
        .isEqualTo(all.stream().min(Double::compare).orElseThrow());
    assertThat(spread.path("max").doubleValue())
        .isEqualTo(all.stream().max(Double::compare).orElseThrow());
    assertThat(spread.path("mean").doubleValue())
        .isEqualTo(
            all.stream().mapToDouble(Double::doubleValue).average().orElseThrow(),
            Offset.offset(0.0061));
  }

  /** Every trial has its object, but those whose object the bucket did not take. */
  void noTrialIsLost(JsonNode summary, int memorySizes) {
    int planned = rounds * memorySizes * functions.size();
    assertThat(summary.path("trials").intValue()).isEqualTo(planned);
    int counted =
        StreamSupport.stream(summary.path("cells").spliterator(), false)
            .mapToInt(cell -> cell.path("count").intValue() + cell.path("failures").intValue())
            .sum();
    assertThat(counted).isEqualTo(planned);
    assertThat(trials().size() + account.refused()).isEqualTo(planned);
  }

  /** A run succeeds if and only if every trial was measured and every function restored. */
  void theRunSucceedsOnlyWhenComplete(JsonNode summary, ExecutionResult result) {
    boolean complete =
        summary.path("complete").intValue() == summary.path("trials").intValue()
            && summary.path("notRestored").isEmpty();
    assertThat(result instanceof ExecutionResult.Succeeded).isEqualTo(complete);
    if (result instanceof ExecutionResult.Failed failed
        && account.acknowledged().contains("runs/night/summary.json")) {
      assertThat(failed.error()).isEqualTo("IncompleteRun");
    }
  }

  /** Every function has its own configuration back, or the summary names it. */
  void theConfigurationIsRestored(JsonNode summary) {
    List<String> named =
        StreamSupport.stream(summary.path("notRestored").spliterator(), false)
            .map(each -> each.path("function").textValue())
            .toList();
    for (SimulatedFunction function : functions) {
      boolean original =
          function.memoryMb() == 128
              && function.variables().toString().equals("{\"STAGE\":\"test\"}");
      boolean isNamed =
          named.stream()
              .anyMatch(
                  label -> function.name().toLowerCase(java.util.Locale.ROOT).contains(label));
      assertThat(original || isNamed).as(function.name()).isTrue();
    }
  }

  /** No function has a version left, or the summary names it. */
  void noVersionIsLeft(JsonNode summary) {
    for (SimulatedFunction function : functions) {
      if (!function.versions().isEmpty()) {
        assertThat(summary.path("notRestored").findValuesAsText("function")).contains("snap");
      }
    }
  }

  private List<JsonNode> trials() {
    return account.objects().entrySet().stream()
        .filter(object -> object.getKey().contains("/trials/"))
        .map(java.util.Map.Entry::getValue)
        .toList();
  }
}

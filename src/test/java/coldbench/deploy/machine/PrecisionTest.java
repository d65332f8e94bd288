package coldbench.deploy.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import coldbench.analysis.SimulatedRatios;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a run until a precision ends, and whether what it then says is true. */
class PrecisionTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int RUNS = 2_000;
  private static final int MOST = 400;

  @ParameterizedTest
  @EnumSource(names = {"NORMAL", "OUTLIERS"})
  void afterTheRunEndsTheTrueRatioLiesWithinWhatWasAskedFor(SimulatedRatios ratios) {
    covered(ratios);
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"NORMAL", "OUTLIERS"})
  void soItDoesHoweverElseTheRatiosAreSpread(SimulatedRatios ratios) {
    covered(ratios);
  }

  private static void covered(SimulatedRatios ratios) {
    Random random = new Random(17);
    double[] many = ratios.series(random, 2_000_000);
    double truth = Arrays.stream(many).average().orElseThrow();
    double deviation =
        Math.sqrt(Arrays.stream(many).map(x -> (x - truth) * (x - truth)).average().orElseThrow());
    for (int blocks : new int[] {15, 40, 100}) {
      // Two ratios, cold and warm, as most runs have them. So many blocks would do were it normal.
      double reach = SequentialRule.normal(2) * deviation / Math.sqrt(blocks);
      int covered = 0;
      long measured = 0;
      for (int run = 0; run < RUNS; run++) {
        double[][] both = {ratios.series(random, MOST), ratios.series(random, MOST)};
        int rounds = SequentialRule.rounds(both, reach);
        measured += rounds;
        for (double[] logs : both) {
          double mean = Arrays.stream(logs).limit(rounds).average().orElseThrow();
          covered += Math.abs(mean - truth) <= reach ? 1 : 0;
        }
      }
      assertThat(covered / (2.0 * RUNS)).as(ratios + ", " + blocks).isGreaterThanOrEqualTo(0.93);
      // It is no answer to go on for ever.
      assertThat((double) measured / RUNS).as(ratios + ", " + blocks).isLessThan(3 * blocks + 30);
    }
  }

  @ParameterizedTest
  @CsvSource({"NORMAL, 10", "EXPONENTIAL, 10", "DELAYED, 35", "PARETO, 60", "OUTLIERS, 200"})
  void theMachineComputesTheRule(SimulatedRatios ratios, int blocks) {
    Random random = new Random(blocks);
    double[] cold = ratios.series(random, blocks);
    double[] warm = Arrays.stream(ratios.series(random, blocks)).map(x -> x / 1000).toArray();

    JsonNode precision = precision(results(cold, warm), 5, 1);

    assertThat(precision.at("/widest/figure").asText()).isEqualTo("cold");
    assertThat(precision.at("/widest/percent").asDouble())
        .isCloseTo(100 * Math.expm1(SequentialRule.reach(cold, 2)), within(0.02));
  }

  @Test
  void theIntervalIsStudentSWhereNothingIsSkewed() {
    // SciPy 1.17.1: stats.t.interval(0.975, 9, loc=np.mean(x), scale=stats.sem(x)).
    double reference = 0.08950036156054858;
    double[] logs = {0.1, -0.1, 0.1, -0.1, 0.1, -0.1, 0.1, -0.1, 0.1, -0.1};

    assertThat(SequentialRule.reach(logs, 2)).isCloseTo(reference, within(1e-6));
    assertThat(precision(results(logs, new double[10]), 5, 0).at("/widest/percent").asDouble())
        .isCloseTo(100 * Math.expm1(reference), within(0.01));
  }

  @Test
  void aRatioMustHoldAtTwoLooksInARow() {
    double[] logs = new double[10];

    assertThat(precision(results(logs, logs), 5, 0).path("held").asInt()).isEqualTo(1);
    assertThat(precision(results(logs, logs), 5, 1).path("held").asInt()).isEqualTo(2);
    double[] wide = {3, -3, 3, -3, 3, -3, 3, -3, 3, -3};
    assertThat(precision(results(logs, wide), 5, 1).path("held").asInt()).isZero();
  }

  @Test
  void fewerThanTenBlocksWithBothAreNeverEnough() {
    ArrayNode results = results(new double[10], new double[10]);
    ((ObjectNode) results.at("/3/of")).putArray("python");

    JsonNode precision = precision(results, 5, 1);

    assertThat(precision.path("held").asInt()).isZero();
    assertThat(precision.has("widest")).isFalse();
  }

  /** Ten of them hold no outlier more often than not, where one block in twenty is one. */
  @Test
  void aSingleRatioWantsThirtyBlocks() {
    ArrayNode results = results(new double[30], new double[30]);

    assertThat(precision(results, 0, "", 5, 0).path("held").asInt()).isEqualTo(1);
    results.remove(0);
    assertThat(precision(results, 0, "", 5, 0).path("held").asInt()).isZero();
    assertThat(precision(results, 1, "", 5, 0).path("held").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.001})
  void aFunctionWithAnotherEventHasNoRatio(double noise) {
    Random random = new Random(3);
    ArrayNode results = results(new double[20], new double[20]);
    results.forEach(
        block ->
            ((ObjectNode) block.path("of"))
                .putArray("other")
                .add(1 + noise * random.nextDouble())
                .add(1)
                .add(1)
                .add(1));

    assertThat(precision(results, 1, 0).path("held").asInt()).isEqualTo(1);
  }

  @Test
  void theLargestRunIsAskedWithinTheBoundsOfAnEvaluation() {
    Random random = new Random(4);
    ArrayNode results =
        results(
            SimulatedRatios.DELAYED.series(random, 1_000),
            SimulatedRatios.NORMAL.series(random, 1_000));

    assertThat(precision(results, 5, 0).at("/widest/percent").asDouble()).isBetween(1.0, 5.0);
  }

  @Test
  void eachScenarioHasRatiosToItsOwnFirstFunction() {
    Random random = new Random(5);
    ArrayNode results = results(new double[20], new double[20]);
    results.forEach(
        block -> {
          ObjectNode of = (ObjectNode) block.path("of");
          of.putArray("other").add(1).add(1).add(1).add(1).add(1);
          of.putArray("noisy").add(1 + random.nextDouble()).add(1).add(1).add(1).add(1);
        });
    String others = ", {'label': 'noisy', 'event': '{}'}";
    assertThat(precision(results, others, 1, 0).at("/widest/function").asText()).isEqualTo("noisy");
    // By another name it is other work, with nothing to be set against.
    String named = ", {'label': 'noisy', 'event': '{}', 'scenario': 'noise'}";
    assertThat(precision(results, named, 1, 0).at("/widest/function").asText()).isEqualTo("python");
  }

  private static JsonNode precision(JsonNode results, double until, int held) {
    return precision(results, "", until, held);
  }

  private static JsonNode precision(JsonNode results, String more, double until, int held) {
    return precision(results, 1, more, until, held);
  }

  /**
   * @param more functions behind java and python, which do the same work, and another one
   */
  private static JsonNode precision(
      JsonNode results, int warm, String more, double until, int held) {
    return Evaluation.of("AssessRun.precision")
        .variable(
            "plan",
            "{'until': "
                + until
                + ", 'warm': "
                + warm
                + ", 'memoryMb': [128], 'functions': [{'label': 'java', 'event': 'null'},"
                + " {'label': 'python', 'event': 'null'}, {'label': 'other', 'event': '{}'}"
                + more
                + "]}")
        .variable("results", results.toString())
        .variable("precision", "{'held': " + held + "}")
        .evaluate();
  }

  /** Blocks in which the second function takes so many times as long as the first one. */
  private static ArrayNode results(double[] cold, double[] warm) {
    ArrayNode results = JSON.createArrayNode();
    for (int i = 0; i < cold.length; i++) {
      ObjectNode trials = results.addObject().put("mb", 128).put("round", i + 1).putObject("of");
      trials.putArray("java").add(20).add(10).add(30).add(16).add(2).add(1).add(3);
      trials
          .putArray("python")
          .add(30 * Math.exp(cold[i]) - 5)
          .add(5)
          .add(30)
          .add(16)
          .add(2 * Math.exp(warm[i]))
          .add(1)
          .add(3);
    }
    return results;
  }
}

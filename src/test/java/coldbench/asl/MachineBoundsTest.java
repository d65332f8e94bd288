package coldbench.asl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What the benchmark's own expressions take of an evaluation's bounds in the largest run that there
 * is, 2,500 trials. AWS says nothing of steps; one takes it about a microsecond, so that these stay
 * below a second.
 */
class MachineBoundsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DEPTH = 50;
  private static final int ROUNDS = 1_000;
  private static final String PLAN =
      """
      {"run": "night", "seed": "7", "rounds": 1000, "warm": 5, "until": 5, "memoryMb": [128], "ends": ENDS,
       "functions": [{"label": "java", "event": "null"}, {"label": "python", "event": "null"}]}"""
          .replace(
              "ENDS",
              IntStream.concat(IntStream.of(2), IntStream.rangeClosed(2, 200).map(i -> 5 * i))
                  .boxed()
                  .toList()
                  .toString());

  private record Taken(JsonNode value, int steps, int depth) {}

  private static Taken evaluate(String file, Map<String, JsonNode> variables) throws Exception {
    String text;
    try (InputStream in =
        MachineBoundsTest.class.getResourceAsStream(
            "/coldbench/deploy/machine/" + file + ".jsonata")) {
      text = new String(Objects.requireNonNull(in, file).readAllBytes(), UTF_8);
    }
    Jsonata expression = Jsonata.jsonata(text);
    expression.setValidateInput(false);
    Jsonata.jsonata("null");
    Jsonata.Frame frame = new Jsonata.Frame(null);
    new FunctionLibrary(Clock.systemUTC(), new Random(1)).bind(frame, new References(text));
    variables.forEach((name, value) -> frame.bind(name, JsonataValues.toJsonata(value)));
    EvaluationBounds bounds = EvaluationBounds.set(frame);
    Object value = expression.evaluate(null, frame);
    return new Taken(
        JsonataValues.toJson(Objects.requireNonNull(value)), bounds.steps(), bounds.deepest());
  }

  private static JsonNode json(String text) throws Exception {
    return JSON.readTree(text);
  }

  private static ArrayNode results(int blocks, int functions) {
    Random random = new Random(5);
    ArrayNode results = JSON.createArrayNode();
    for (int round = 1; round <= blocks; round++) {
      ObjectNode block = results.addObject().put("mb", 128).put("round", round);
      ObjectNode trials = block.putObject("of");
      for (int f = 0; f < functions; f++) {
        ArrayNode figures = trials.putArray(f == 0 ? "java" : f == 1 ? "python" : "own-" + f);
        for (int i = 0; i < 10; i++) {
          figures.add(Math.round(1000 + 9000 * random.nextDouble()) / 100.0);
        }
      }
    }
    return results;
  }

  private static Map<String, JsonNode> summarized(String plan, ArrayNode results) throws Exception {
    return Map.of(
        "plan", json(plan),
        "results", results,
        "upTo", json(String.valueOf(results.size())),
        "precision", json("{\"held\": 2}"),
        "restored", json("[]"),
        "blocksError", json("{}"),
        "states",
            json(
                "{\"context\": {\"Execution\": {\"StartTime\": \"2026-03-14T02:00:00Z\"},"
                    + " \"State\": {\"EnteredTime\": \"2026-03-14T03:00:00Z\"}}}"));
  }

  @Test
  void theSummaryOfTheLargestRunIsCheap() throws Exception {
    Taken largest = evaluate("Summarize.Output", summarized(PLAN, results(1_250, 2)));

    assertThat(largest.value().at("/cells/1/count").asInt()).isEqualTo(1_250);
    assertThat(largest.depth()).isLessThan(DEPTH);
    assertThat(largest.steps()).isLessThan(250_000);
  }

  /** Sorting, which is more than linear, is done by the evaluator itself. */
  @Test
  void theStepsOfASummaryGrowAsItsTrials() throws Exception {
    int tenth = evaluate("Summarize.Output", summarized(PLAN, results(125, 2))).steps();
    int whole = evaluate("Summarize.Output", summarized(PLAN, results(1_250, 2))).steps();

    assertThat(whole).isLessThan(11 * tenth);
  }

  @Test
  void thePrecisionOfTheLargestRunIsCheap() throws Exception {
    Taken largest =
        evaluate(
            "AssessRun.precision",
            Map.of(
                "plan", json(PLAN),
                "results", results(ROUNDS, 2),
                "precision", json("{\"held\": 0}")));

    assertThat(largest.value().at("/widest/percent").asDouble()).isPositive();
    assertThat(largest.depth()).isLessThan(DEPTH);
    assertThat(largest.steps()).isLessThan(250_000);
  }

  @Test
  void theOrderAndTheItemsOfTheLargestRunAreCheap() throws Exception {
    JsonNode limits = json("{\"firstLook\": 10, \"nextLook\": 5, \"events\": 20000, \"lanes\": 1}");
    Taken order =
        evaluate(
            "IsInputValid.order",
            Map.of("limits", limits, "states", json("{\"input\": {\"plan\": " + PLAN + "}}")));
    Taken items =
        evaluate(
            "RunBlocks.Items",
            Map.of(
                "limits", limits,
                "plan", json(PLAN),
                "order", order.value(),
                "from", json("0"),
                "upTo", json("1000")));

    assertThat(order.value()).hasSize(ROUNDS);
    assertThat(items.value()).hasSize(ROUNDS);
    assertThat(items.value().at("/7/blocks/0")).isEqualTo(order.value().path(7));
    assertThat(order.depth()).isLessThan(DEPTH);
    assertThat(order.steps()).isLessThan(250_000);
    assertThat(items.steps()).isLessThan(250_000);
  }
}

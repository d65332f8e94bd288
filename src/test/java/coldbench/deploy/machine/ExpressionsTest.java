package coldbench.deploy.machine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expressions of the machine on their own; the longest, sample, has SampleTest. */
class ExpressionsTest {
  private static final String PLAN =
      "{'run': 'night', 'rounds': 4, 'warm': 1, 'memoryMb': [128], 'seed': '7',"
          + " 'functions': [{'label': 'java'}]}";

  private static JsonNode summary(String plan, String results) {
    return Evaluation.of("Summarize.Output")
        .variable("plan", plan)
        .variable("upTo", "4")
        .variable("precision", "{'held': 0}")
        .variable("results", results)
        .variable("restored", "[{'label': 'java', 'restored': true}]")
        .variable("blocksError", "{}")
        .evaluate();
  }

  @Test
  void theSummarySPercentilesLieBetweenTheSortedValues() {
    // init, duration, billed, memory, warm mean min max, warm billed mean min max
    JsonNode cell =
        summary(
                PLAN,
                """
                [{'mb': 128, 'round': 1, 'of': {'java': [31, 2.5, 34, 17, 1.5, 1, 2, 2, 2, 2]}},
                 {'mb': 128, 'round': 1, 'of': {'java': [28.96, 1.77, 31, 16, 1, 1, 1, 1, 1, 1]}},
                 {'mb': 128, 'round': 1, 'of': {'java': [100, 10, 110, 18, 3, 3, 3, 3, 3, 3]}},
                 {'mb': 256, 'round': 1, 'of': {'java': [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]}}]""")
            .at("/cells/0");

    assertThat(cell.path("count").asInt()).isEqualTo(3);
    assertThat(cell.path("failures").asInt()).isEqualTo(1);
    assertThat(cell.at("/cold/initMs"))
        .isEqualTo(
            Evaluation.json(
                "{'mean': 53.32, 'min': 28.96, 'p50': 31, 'p90': 86.2, 'p99': 98.62, 'max': 100}"));
    assertThat(cell.at("/cold/coldMs/max").asDouble()).isEqualTo(110);
    assertThat(cell.at("/warm/durationMs"))
        .isEqualTo(Evaluation.json("{'mean': 1.833, 'min': 1, 'max': 3}"));
    assertThat(cell.path("maxMemoryMb").asInt()).isEqualTo(18);
  }

  @Test
  void aSummaryOfNothingHasNoFigures() {
    JsonNode summary = summary(PLAN, "[{'mb': 128, 'round': 1, 'of': {'java': 'NeverCold'}}]");

    assertThat(summary.path("complete").asInt()).isZero();
    assertThat(summary.at("/cells/0"))
        .isEqualTo(
            Evaluation.json("{'function': 'java', 'memoryMb': 128, 'count': 0, 'failures': 4}"));
  }

  @Test
  void aSummaryWithoutWarmCallsHasNoWarmFigures() {
    JsonNode cell =
        summary(
                PLAN.replace("'warm': 1", "'warm': 0"),
                "[{'mb': 128, 'round': 1, 'of': {'java': [28.96, 1.77, 31, 16]}}]")
            .at("/cells/0");

    assertThat(cell.has("warm")).isFalse();
    assertThat(cell.at("/cold/initMs/p99").asDouble()).isEqualTo(28.96);
  }

  @Test
  void aTrialSFiguresAreFew() {
    String samples =
        "[{'initMs': 28.96, 'durationMs': 1.77, 'billedMs': 31, 'maxMemoryMb': 16},"
            + " {'durationMs': 1.2, 'billedMs': 2, 'maxMemoryMb': 17},"
            + " {'durationMs': 1.26, 'billedMs': 3, 'maxMemoryMb': 17}]";

    JsonNode figures =
        Evaluation.of("PutTrial.Output")
            .variable("trial", "{'label': 'java'}")
            .variable("samples", samples)
            .variable("parts", "[]")
            .variable("error", "{}")
            .evaluate();

    assertThat(figures)
        .isEqualTo(Evaluation.json("{'java': [28.96, 1.77, 31, 17, 1.23, 1.2, 1.26, 2.5, 2, 3]}"));
    assertThat(figures.toString().length()).isLessThan(104);
  }

  @Test
  void aFailedTrialHasNoFigures() {
    JsonNode figures =
        Evaluation.of("PutTrial.Output")
            .variable("trial", "{'label': 'java'}")
            .variable("samples", "[]")
            .variable("parts", "[]")
            .variable("error", "{'name': 'NeverCold', 'cause': 'x'}")
            .evaluate();

    assertThat(figures).isEqualTo(Evaluation.json("{'java': 'NeverCold'}"));
  }

  private static JsonNode order(String plan) {
    return Evaluation.of("IsInputValid.order").input(plan).evaluate();
  }

  @Test
  void aRunUntilAPrecisionHasItsRoundsInBatches() {
    JsonNode order =
        order(
            "{'plan': {'seed': '7', 'rounds': 22, 'ends': [2, 10, 15, 20, 22], 'memoryMb': [128, 256], 'until': 5,"
                + " 'functions': [{'label': 'a'}]}}");

    assertThat(order).hasSize(44).doesNotHaveDuplicates();
    assertThat(rounds(order, 0, 4)).allMatch(round -> round <= 2);
    assertThat(rounds(order, 4, 20))
        .allMatch(round -> round > 2 && round <= 10)
        .isNotEqualTo(rounds(order, 4, 20).stream().sorted().toList());
    assertThat(rounds(order, 20, 30)).allMatch(round -> round > 10 && round <= 15);
    assertThat(rounds(order, 30, 40)).allMatch(round -> round > 15 && round <= 20);
    assertThat(rounds(order, 40, 44)).allMatch(round -> round > 20);
  }

  private static List<Integer> rounds(JsonNode order, int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> order.at("/" + i + "/round").asInt()).toList();
  }

  @Test
  void aRunBeginsWithTwoRoundsThatShowWhetherAnythingSucceeds() {
    JsonNode order =
        order(
            "{'plan': {'seed': '7', 'rounds': 5, 'ends': [2, 5], 'memoryMb': [128, 256],"
                + " 'functions': [{'label': 'a'}]}}");

    assertThat(rounds(order, 0, 4)).containsExactlyInAnyOrder(1, 1, 2, 2);
    assertThat(rounds(order, 4, 10)).allMatch(round -> round > 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "2 | [{'a': 'E', 'b': 'F'}, {'a': 'E', 'b': 'F'}]    | ['a: E', 'b: F']",
        "9 | [{'a': 'E', 'b': 'F'}, {'a': 'E', 'b': 'F'}]    | []",
        "2 | [{'a': 'E', 'b': 'F'}, {'a': 'E', 'b': 'G'}]    | []",
        "2 | [{'a': 'E', 'b': 'F'}, {'a': 'E', 'b': [1, 2]}] | []",
        "2 | [{'a': [5, 5], 'b': [5, 5]}]                    | []",
        "2 | [{'a': 'E'}]                                    | []",
        "2 | []                                              | []",
        "9 | [{'a': [1, 2], 'b': 'Lambda.InvalidParameterValueException'}, {'a': [1, 2], 'b': [3]}] | ['b: Lambda.InvalidParameterValueException']",
      })
  void itIsOfNoUseToGoOnWhereAllFailInTheSameWayOrLambdaRefuses(
      int upTo, String trials, String failing) {
    JsonNode results = Evaluation.json(trials);
    ArrayNode blocks = JsonNodeFactory.instance.arrayNode();
    results.forEach(each -> blocks.addObject().put("mb", 128).set("of", each));

    assertThat(
            Evaluation.of("AssessRun.failing")
                .variable("limits", "{'tryRounds': 2}")
                .variable("upTo", String.valueOf(upTo))
                .variable("plan", "{'functions': [{'label': 'a'}, {'label': 'b'}]}")
                .variable("results", blocks.toString())
                .evaluate())
        .isEqualTo(Evaluation.json(failing));
  }

  @Test
  void theOrderHasEveryBlockOnceWithEveryFunctionOnce() {
    String plan =
        "{'plan': {'seed': '7', 'rounds': 50, 'ends': [2, 50], 'memoryMb': [128, 256],"
            + " 'functions': [{'label': 'a'}, {'label': 'b'}, {'label': 'c'}]}}";

    JsonNode order = order(plan);

    assertThat(order).hasSize(100).doesNotHaveDuplicates();
    assertThat(order)
        .allSatisfy(
            block ->
                assertThat(block.path("functions"))
                    .extracting(JsonNode::asText)
                    .containsExactlyInAnyOrder("a", "b", "c"));
    assertThat(order)
        .extracting(block -> block.at("/functions/0").asText())
        .contains("a", "b", "c");
  }

  @Test
  void oneBlockOfOneFunctionIsAListAsWell() {
    String plan =
        "{'plan': {'seed': '7', 'rounds': 1, 'ends': [1], 'memoryMb': [128], 'functions': [{'label': 'a'}]}}";

    assertThat(order(plan))
        .isEqualTo(Evaluation.json("[{'memoryMb': 128, 'round': 1, 'functions': ['a']}]"));
  }

  @Test
  void theLargestNHasItsFibonacciNumberExactly() {
    assertThat(
            Evaluation.of("IsInputValid.fibResult")
                .input("{'plan': {'n': 78}}")
                .evaluate()
                .asLong())
        .isEqualTo(8944394323791464L);
    assertThat(
            Evaluation.of("IsInputValid.fibResult").input("{'plan': {'n': 0}}").evaluate().asLong())
        .isZero();
  }

  @Test
  void theEventIsWhatAFunctionUrlHandsOver() {
    JsonNode event =
        Evaluation.of("CallFunction.Payload").variable("trial", "{'n': 40}").evaluate();

    assertThat(event.path("version").asText()).isEqualTo("2.0");
    assertThat(event.at("/queryStringParameters/n").isTextual()).isTrue();
    assertThat(event.path("rawQueryString").asText()).isEqualTo("n=40");
  }

  @Test
  void anOwnFunctionGetsItsOwnEventToTheLetter() {
    String event = "{\"records\":[null],\"text\":\"{% $now() %}\"}";

    assertThat(
            Evaluation.of("CallFunction.Payload")
                .variable("trial", trialWith(event).toString())
                .evaluate()
                .toString())
        .isEqualTo(event);
  }

  private static JsonNode trialWith(String event) {
    return JsonNodeFactory.instance.objectNode().put("n", 40).put("event", event);
  }
}

package coldbench.asl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expressions as Step Functions evaluates them. */
class JsonataTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "31 | 31",
        "28.96 | 28.96",
        "30 + 1 | 31",
        "0.5 + 0.5 | 1",
        "$states.input.big | 9007199254740993",
        "$states.input.huge | 123456789012345678901234567890",
        "$sum([1, 2]) | 3",
        "$average([1, 2]) | 1.5",
        "$number('31') | 31",
        "$round(28.964, 2) | 28.96",
        "$states.input.nothing | null",
        "[$states.input.nothing, 1] | [null,1]",
        "{'a': $states.input.nothing, 'b': $states.input.none} | {\"a\":null}",
        "[$states.input.none, 1] | [1]",
        "$count($states.input.none) | 0",
      })
  void numbersNullsAndNothingStayWhatTheyAre(String expression, String json)
      throws InterruptedException {
    String input = "{big: 9007199254740993, huge: 123456789012345678901234567890, nothing: null}";

    assertThat(Asl.evaluate(expression, input)).hasToString(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[1..$sum([1, 2])] | [1,2,3]",
        "[1..$floor(3.9)] | [1,2,3]",
        "[1..$number('3')] | [1,2,3]",
        "[1..$max([2, 3])] | [1,2,3]",
        "{'a': $sum([1])} = {'a': 1} | true",
        "$sort([31, 28.96, 31]) | [28.96,31,31]",
        "$sort(['b', 'a']) | [\"a\",\"b\"]",
        "$contains('text', $states.input.none) = true | false",
        "$string([1e-6, 1e-7, 1e20, 1e21, 0.1 + 0.2]) | \"[0.000001,1e-7,100000000000000000000,1e+21,0.3]\"",
        "$exists($number($states.input.none)) | false",
        "$replace('68F and 32F', /([0-9]+)F/, function($m) { $m.groups[0] & ' degrees' }) | \"68 degrees and 32 degrees\"",
        "$count([1..40].{'a': $, 'b': $}.(function($x) { {'c': $x, 'd': 1} })($)) | 40",
      })
  void functionsAnswerAsJsonataJsDoes(String expression, String json) throws InterruptedException {
    assertThat(Asl.evaluate(expression, "{}")).hasToString(json);
  }

  @Test
  void equalValuesMayBeSortedByAFunctionThatOnlySaysGreater() throws InterruptedException {
    // The library's own sort ends here with "Comparison method violates its general contract".
    JsonNode sorted =
        Asl.evaluate("$sort([1..2000].($ * 7919 % 13), function($a, $b) { $a > $b })", "{}");

    assertThat(sorted).hasSize(2000);
    assertThat(sorted).extracting(JsonNode::intValue).isSorted();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // Recorded: test_array_jsonata.py, test_array_partition and test_array_range
        "$partition([0, 1, 2, 3], 3) | [[0,1,2],[3]]",
        "$partition([0], 5) | [[0]]",
        "$range(0, 10, 3) | [0,3,6,9]",
        "$range(1, 9, 9) | [1]",
        "$range(5, 1, -2) | [5,3,1]",
        // Measured: floci-io/floci, pull request 2676
        "$range(-1.7, 2, 1) | [-1,0,1,2]",
        "$count($range(1, 200000, 1)) | 200000",
        "$random(42) | 0.7275636800328681",
        "$hash('input data', 'SHA-1') | \"aaff4a450a104cd177d28d18d74485e8cae074b7\"",
        "$length($uuid()) | 36",
        "$random(7) = $random(7) | true",
        "$random() < 1 | true",
        // Recorded: test_json_manipulation_jsonata.py, test_parse
        "$parse('{\"Arg1\": 1, \"Arg2\": []}') | {\"Arg1\":1,\"Arg2\":[]}",
        "$parse('1.1') | 1.1",
        "$parse('true') | true",
      })
  void stepFunctionsAddsFunctions(String expression, String json) throws InterruptedException {
    assertThat(Asl.evaluate(expression, "{}")).hasToString(json);
  }

  @Test
  void theTimeOfAnExpressionIsTheEngines() throws InterruptedException {
    assertThat(Asl.evaluate("$now()", "{}").textValue()).isEqualTo("2026-03-14T01:59:00.000Z");
    assertThat(Asl.evaluate("$toMillis($now()) = $millis()", "{}").booleanValue()).isTrue();
  }

  /** JSONata 2.0: all invocations within an evaluation of an expression return the same value. */
  @Test
  void inOneEvaluationNoTimePassesAndBetweenTwoItDoes() throws InterruptedException {
    AtomicLong read = new AtomicLong();
    Engine engine =
        Engine.system()
            .withClock(
                new Clock() {
                  @Override
                  public ZoneId getZone() {
                    return ZoneOffset.UTC;
                  }

                  @Override
                  public Clock withZone(ZoneId zone) {
                    return this;
                  }

                  @Override
                  public Instant instant() {
                    return Instant.ofEpochMilli(read.incrementAndGet());
                  }
                });
    String times = "[$millis(), $millis(), $toMillis($now())]";
    StateMachine machine =
        Asl.machine(
            "A: {Type: 'Pass', End: true, Output: ['{% TIMES %}', '{% TIMES %}']}"
                .replace("TIMES", times));

    JsonNode told = Asl.output(machine.run(Asl.request(Asl.json("{}")), Asl.NO_SERVICE, engine));

    assertThat(told.get(0)).hasSize(3).containsOnly(told.get(0).get(0));
    assertThat(told.get(1)).hasSize(3).containsOnly(told.get(1).get(0));
    assertThat(told.get(1).get(0).asLong()).isGreaterThan(told.get(0).get(0).asLong());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "$uppercase(1) | T0410: Argument 1 of function \"uppercase\" does not match function signature",
        "$number('x') | D3030: Unable to cast value to a number: \"x\"",
        "'a' + 1 | T2001: The left side of the \"+\" operator must evaluate to a number",
        "$parse('{') | $parse: the text is not valid JSON",
        "$formatNumber(1/0, '0.0e0') | $formatNumber: argument 1 is Infinity, expected a number that JSON has a form for",
        "$formatNumber(-1/0, '0') | $formatNumber: argument 1 is -Infinity, expected a number that JSON has a form for",
        "$formatBase(0/0) | $formatBase: argument 1 is NaN, expected a number that JSON has a form for",
        "$formatBase(10, 1/0) | $formatBase: argument 2 is Infinity, expected a number that JSON has a form for",
        "$formatInteger(1/0, 'w') | $formatInteger: argument 1 is Infinity, expected a number that JSON has a form for",
        "$fromMillis(0/0) | $fromMillis: argument 1 is NaN, expected a number that JSON has a form for",
        "$formatNumber(0.5, '0😀', {'percent': '😀'}) | $formatNumber: percent is '😀', expected one character of the Basic Multilingual Plane",
        "$parseInteger('٠٣', '٠٠') | $parseInteger: the picture is '٠٠', expected no digits but 0 to 9",
        "(function($x) { 1 + $x($x) })(function($x) { 1 + $x($x) }) | Stack overflow error: Check for non-terminating recursive function.",
      })
  void anExpressionThatFailsSaysWhy(String expression, String reason) throws InterruptedException {
    ExecutionResult.Failed failed =
        Asl.failure(
            "A: {Type: 'Pass', End: true, Output: "
                + Asl.json("['{% " + expression.replace("'", "\\'") + " %}']").get(0)
                + "}",
            "{}");

    assertThat(failed.error()).isEqualTo("States.QueryEvaluationError");
    assertThat(failed.cause())
        .contains("specified for the field 'Output' threw an error during evaluation", reason);
  }

  @Test
  void whatAnExpressionDefinesIsGoneAfterwards() throws InterruptedException {
    assertThat(
            Asl.output(
                """
                A: {Type: 'Pass', Output: '{% ($x := 1; $x) %}', Next: 'B'},
                B: {Type: 'Pass', Output: '{% $exists($x) %}', End: true}
                """,
                "{}"))
        .isEqualTo(Asl.json("false"));
  }

  @Test
  void oneMachineRunsManyExecutionsAtTheSameTime() throws Exception {
    StateMachine machine =
        Asl.machine(
            """
            A: {Type: 'Pass', Assign: {n: '{% $states.input %}'}, Next: 'B'},
            B: {Type: 'Pass', Output:
                '{% ($f := function($i) { {"i": $i, "n": $n} }; $sum([1..50].$f($).(i * n))) %}',
                End: true}
            """);
    List<Callable<JsonNode>> runs = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String input = String.valueOf(i);
      runs.add(() -> Asl.output(Asl.run(machine, input, Asl.NO_SERVICE)));
    }
    ExecutorService executor = Executors.newFixedThreadPool(8);
    try {
      List<Future<JsonNode>> results = executor.invokeAll(runs);
      for (int i = 0; i < runs.size(); i++) {
        assertThat(results.get(i).get().intValue()).isEqualTo(1275 * i);
      }
    } finally {
      executor.shutdownNow();
    }
  }
}

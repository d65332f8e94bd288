package coldbench.deploy.machine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The expression that reads one call's report and answer and judges them. */
class SampleTest {
  private static final String BODY =
      "{\"runtime\": \"java\", \"fib_result\": 102334155, \"fib_n\": 40, \"compute_ms\": 0.000030,"
          + " \"alloc_items\": 100000, \"alloc_ms\": 0.092960, \"total_ms\": 0.092990,"
          + " \"checksum\": 333328333350000}";

  private static ObjectNode answer(String body) {
    return JsonNodeFactory.instance.objectNode().put("statusCode", 200).put("body", body);
  }

  private static JsonNode judged(String log, JsonNode payload, int memoryMb, int samples) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.put("LogResult", Base64.getEncoder().encodeToString(log.getBytes(UTF_8)));
    result.set("Payload", payload);
    return Evaluation.of("CallFunction.Output")
        .variable(
            "trial",
            "{'memoryMb': %d, 'expected': {'fibResult': 102334155, 'allocItems': 100000, 'checksum': 333328333350000}}"
                .formatted(memoryMb))
        .variable("samples", samples == 0 ? "[]" : "[{}]")
        .result(result)
        .evaluate();
  }

  private static JsonNode cold(String log, int memoryMb) {
    return judged(log, answer(BODY), memoryMb, 0);
  }

  @Test
  void aColdCallHasAllItsFigures() {
    assertThat(cold(ReportLines.COLD, 128))
        .isEqualTo(
            Evaluation.json(
                """
                {'sample': {'requestId': '6f0b5bc9-1a51-4b4e-9a0c-6a9a40b6d3a1',
                            'initMs': 28.96, 'durationMs': 1.77, 'billedMs': 31, 'maxMemoryMb': 16,
                            'waitMs': 0, 'handler': {'computeMs': 0.00003, 'allocMs': 0.09296, 'totalMs': 0.09299}},
                 'wanted': 'cold', 'was': 'cold', 'answer': ''}"""));
  }

  @Test
  void aWarmCallHasNoInit() {
    JsonNode judged = judged(ReportLines.WARM, answer(BODY), 128, 1);

    assertThat(judged.path("was").asText()).isEqualTo("warm");
    assertThat(judged.path("wanted").asText()).isEqualTo("warm");
    assertThat(judged.path("sample").has("initMs")).isFalse();
    assertThat(judged.at("/sample/durationMs").asDouble()).isEqualTo(79.67);
  }

  @Test
  void aTraceBehindTheReportChangesNothing() {
    JsonNode traced = cold(ReportLines.COLD_TRACED, 2048);
    JsonNode onOneLine = cold(ReportLines.COLD_TRACED_ON_ONE_LINE, 128);

    assertThat(traced.path("was").asText()).isEqualTo("cold");
    assertThat(traced.at("/sample/initMs").asDouble()).isEqualTo(542.01);
    assertThat(onOneLine.path("was").asText()).isEqualTo("cold");
    assertThat(onOneLine.at("/sample/initMs").asDouble()).isEqualTo(166.62);
  }

  @Test
  void aRestoreOfSnapStartIsNoInit() {
    JsonNode restored = cold(ReportLines.RESTORED, 3009);

    assertThat(restored.path("was").asText()).isEqualTo("cold");
    assertThat(restored.path("sample").has("initMs")).isFalse();
    assertThat(restored.at("/sample/restoreMs").asDouble()).isEqualTo(511.25);
    assertThat(restored.at("/sample/billedRestoreMs").asInt()).isEqualTo(303);
    assertThat(restored.at("/sample/billedMs").asInt()).isEqualTo(610);
  }

  @ParameterizedTest
  @CsvSource({"true, unrestored", "false, cold"})
  void anInitWhereARestoreWasWantedProvesNothing(boolean snapStart, String was) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.put("LogResult", Base64.getEncoder().encodeToString(ReportLines.COLD.getBytes(UTF_8)));
    result.set("Payload", JsonNodeFactory.instance.objectNode());
    JsonNode judged =
        Evaluation.of("CallFunction.Output")
            .variable(
                "trial", "{'memoryMb': 128, 'expect': '{}', 'snapStart': %s}".formatted(snapStart))
            .variable("samples", "[]")
            .result(result)
            .evaluate();

    assertThat(judged.path("was").asText()).isEqualTo(was);
  }

  @Test
  void fieldsBehindThatNobodyKnowsArePassedOver() {
    JsonNode failed = cold(ReportLines.FAILED, 1024);

    assertThat(failed.path("was").asText()).isEqualTo("suppressed");
    assertThat(failed.at("/sample/billedMs").asInt()).isEqualTo(98);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void anInitThatWasRepeatedInsideTheCallIsNeitherColdNorWarm(int samples) {
    JsonNode judged = judged(ReportLines.SUPPRESSED, answer(BODY), 128, samples);

    assertThat(judged.path("was").asText()).isEqualTo("suppressed");
    assertThat(judged.path("repeated").asText())
        .isEqualTo("INIT_REPORT Init Duration: 10337.01 ms, Phase: init, Status: timeout");
  }

  @Test
  void aReportOfAnInitThatIsNoRepetitionChangesNothing() {
    String published = "INIT_REPORT Init Duration: 2187.01 ms\tPhase: snapstart\n";
    String provisioned =
        ReportLines.SUPPRESSED.replace("12080 ms\t", "12080 ms\tInit Duration: 1 ms\t");

    assertThat(judged(published + ReportLines.WARM, answer(BODY), 128, 1).path("was").asText())
        .isEqualTo("warm");
    assertThat(cold(provisioned, 128).path("was").asText()).isEqualTo("cold");
    assertThat(
            judged(
                    "said: INIT_REPORT Init Duration: 1 ms\tPhase: init\n" + ReportLines.WARM,
                    answer(BODY),
                    128,
                    1)
                .path("was")
                .asText())
        .isEqualTo("warm");
  }

  @Test
  void linesOfTheFunctionThatLookLikeReportsDoNotCount() {
    String lookAlikes =
        "REPORT RequestId: fake\tDuration: 0.01 ms\tBilled Duration: 1 ms\tMemory Size: 128 MB\t"
            + "Max Memory Used: 1 MB\tInit Duration: 0.01 ms\t\n"
            + "said: REPORT RequestId: fake\tDuration: 0.02 ms\n"
            + "\tInit Duration: 0.03 ms\t\n";

    JsonNode judged = judged(lookAlikes + ReportLines.WARM, answer(BODY), 128, 1);

    assertThat(judged.path("was").asText()).isEqualTo("warm");
    assertThat(judged.at("/sample/durationMs").asDouble()).isEqualTo(79.67);
  }

  @Test
  void aTailThatBeginsInTheMiddleOfALineIsReadFromItsReport() {
    String cut = "ation: 0.01 ms\tInit Duration: 0.01 ms\t\n" + ReportLines.WARM;

    assertThat(cold(cut, 128).path("was").asText()).isEqualTo("warm");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 40, 90, 120, 140, 160})
  void aReportThatIsNotWholeIsNoSample(int cutAt) {
    String report = ReportLines.WARM.substring(ReportLines.WARM.indexOf("REPORT"));

    JsonNode judged = cold(report.substring(0, Math.min(cutAt, report.length() - 8)), 128);

    assertThat(judged.path("was").asText()).isEqualTo("unreported");
  }

  @Test
  void aCallWithoutAnyLogIsNoSample() {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.set("Payload", answer(BODY));

    JsonNode judged =
        Evaluation.of("CallFunction.Output")
            .variable(
                "trial",
                "{'memoryMb': 128, 'expected': {'fibResult': 102334155, 'allocItems': 100000, 'checksum': 333328333350000}}")
            .variable("samples", "[]")
            .result(result)
            .evaluate();

    assertThat(judged.path("was").asText()).isEqualTo("unreported");
  }

  @Test
  void anAnswerOfASandboxWithAnotherMemorySizeIsStale() {
    assertThat(cold(ReportLines.COLD, 256).path("was").asText()).isEqualTo("stale");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"fib_result\": 102334156, \"alloc_items\": 100000, \"checksum\": 333328333350000}",
        "{\"fib_result\": 102334155, \"alloc_items\": 99999, \"checksum\": 333328333350000}",
        "{\"fib_result\": 102334155, \"alloc_items\": 100000, \"checksum\": 333328333350001}",
        "{\"fib_result\": 102334155, \"alloc_items\": 100000}",
        "{\"fib_result\": 102334155, \"alloc_items\": 100000, \"checksum\": 3333283333500001}",
        "{\"fib_result\": \"102334155\", \"alloc_items\": 100000, \"checksum\": 333328333350000}",
        "not JSON",
        "",
      })
  void anAnswerWithOtherNumbersIsWrongAndShown(String body) {
    JsonNode judged = cold(ReportLines.COLD, 128).deepCopy();
    assertThat(judged.path("was").asText()).isEqualTo("cold");

    JsonNode wrong = judged(ReportLines.COLD, answer(body), 128, 0);

    assertThat(wrong.path("was").asText()).isEqualTo("wrong");
    assertThat(wrong.path("answer").asText()).contains("statusCode");
  }

  @Test
  void anAnswerWithAnotherStatusOrOfAnotherKindIsWrong() {
    ObjectNode refused = answer(BODY).put("statusCode", 400);
    JsonNodeFactory json = JsonNodeFactory.instance;

    assertThat(judged(ReportLines.COLD, refused, 128, 0).path("was").asText()).isEqualTo("wrong");
    for (JsonNode odd :
        new JsonNode[] {
          json.textNode("hello"), json.numberNode(7), json.nullNode(), json.arrayNode().add(1)
        }) {
      assertThat(judged(ReportLines.COLD, odd, 128, 0).path("was").asText()).isEqualTo("wrong");
    }
  }

  @Test
  void aBodyWithoutSpacesIsRightAsWell() {
    JsonNode judged = judged(ReportLines.COLD, answer(BODY.replace(" ", "")), 128, 0);

    assertThat(judged.path("was").asText()).isEqualTo("cold");
    assertThat(judged.at("/sample/handler/allocMs").asDouble()).isEqualTo(0.09296);
  }

  @Test
  void aLongWrongAnswerIsCut() {
    JsonNode judged = judged(ReportLines.COLD, answer("x".repeat(5000)), 128, 0);

    assertThat(judged.path("answer").asText()).hasSize(500);
  }

  /** What an answer is when it is judged by an own function's expectation. */
  private static String judgedBy(String expect, String answer) {
    return judgement(expect, answer).path("was").asText();
  }

  private static JsonNode judgement(String expect, String answer) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.put("LogResult", Base64.getEncoder().encodeToString(ReportLines.COLD.getBytes(UTF_8)));
    result.set("Payload", Evaluation.json(answer));
    ObjectNode trial = JsonNodeFactory.instance.objectNode().put("memoryMb", 128);
    trial.put("expect", Evaluation.json(expect).toString());
    return Evaluation.of("CallFunction.Output")
        .variable("trial", trial.toString())
        .variable("samples", "[]")
        .result(result)
        .evaluate();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                       | {'any': 1}",
        "{'a': 1}                 | {'a': 1, 'b': 2}",
        "{'a': {'b': null}}       | {'a': {'b': null, 'c': 1}, 'd': 1}",
        "{'a': [1], 'b': true}    | {'a': [1], 'b': true}",
        "{'a': []}                | {'a': []}",
        "'pong'                   | 'pong'",
        "[1, 2]                   | [1, 2]",
      })
  void anAnswerThatContainsWhatIsExpectedIsRight(String expect, String answer) {
    assertThat(judgedBy(expect, answer)).isEqualTo("cold");
  }

  /** As deep as an entry may be, within the bounds of one evaluation on AWS. */
  @Test
  void theDeepestExpectationThatIsTakenIsJudged() {
    String deep = "{'a': ".repeat(12) + "1" + "}".repeat(12);

    assertThat(judgedBy(deep, deep)).isEqualTo("cold");
    assertThat(judgedBy(deep, deep.replace("1", "2"))).isEqualTo("wrong");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'a': {'b': [1], 'c': 2}} | {'a': {'b': [2], 'c': 2}} | a.b is [2], expected [1]",
        "{'a': {'b': 1}}           | {'x': 1}                  | a is missing, expected {\"b\":1}",
        "{'a': {'b': 1}}           | {'a': 'text'}             | a is \"text\", expected {\"b\":1}",
        "{'a': null}               | {}                        | a is missing, expected null",
        "{'a': 1, 'b': 2}          | {'a': null, 'b': 3}       | a is null, expected 1",
        "{'a': 'é😀'}              | {'a': '😀é'}              | a is \"😀é\", expected \"é😀\"",
        "'pong'                    | 'ping'                    | the answer is \"ping\", expected \"pong\"",
        "{}                        | null                      | the answer is null, expected {}",
      })
  void aWrongAnswerIsToldByItsFirstFieldThatIsNotAsExpected(
      String expect, String answer, String told) {
    JsonNode came = Evaluation.json(answer);
    assertThat(judgement(expect, answer).path("answer").asText())
        .isEqualTo(told + "; the whole answer is " + (came.isTextual() ? came.textValue() : came));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"fib_result\": 7, \"alloc_items\": 1} | fib_result is 7, expected 102334155",
        "{\"fib_result\": 102334155, \"alloc_items\": 1} | alloc_items is 1, expected 100000",
        "{\"fib_result\": 102334155, \"alloc_items\": 100000, \"checksum\": \"x\"} | checksum is missing, expected 333328333350000",
      })
  void aWrongAnswerOfTheBenchmarksIsToldByItsNumber(String body, String told) {
    assertThat(judged(ReportLines.COLD, answer(body), 128, 0).path("answer").asText())
        .startsWith(told + "; the whole answer is {\"statusCode\":200,");
    assertThat(
            judged(ReportLines.COLD, answer(BODY).put("statusCode", 500), 128, 0)
                .path("answer")
                .asText())
        .startsWith("statusCode is 500, expected 200; the whole answer is");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                       | 'text'",
        "{}                       | null",
        "{'a': 1}                 | {'b': 1}",
        "{'a': 1}                 | {'a': '1'}",
        "{'a': null}              | {}",
        "{'a': {'b': 1}}          | {'a': {'b': 2}}",
        "{'a': {'b': 1}}          | {'a': 1}",
        "{'a': 1, 'b': 2}         | {'a': 1, 'b': 3}",
        "{'a': [1]}               | {'a': [1, 2]}",
        "{'a': [1]}               | {'a': 1}",
        "'pong'                   | 'ping'",
      })
  void anAnswerThatLacksWhatIsExpectedIsWrong(String expect, String answer) {
    assertThat(judgedBy(expect, answer)).isEqualTo("wrong");
  }
}

package coldbench.asl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Texts of all kinds, those beyond the Basic Multilingual Plane included, in every function that
 * counts or cuts them, numbers that JSON has no form for, arguments that are refused, variables
 * bound before an order, and functions as conditions: held against the recorded answers of
 * jsonata-js 2.0.6 ({@code record.mjs}).
 */
class JsonataJsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static JsonNode read(String file) {
    try (InputStream in = JsonataJsTest.class.getResourceAsStream("jsonata/" + file)) {
      return JSON.readTree(Objects.requireNonNull(in, file));
    } catch (IOException e) {
      throw new IllegalStateException(file, e);
    }
  }

  private static Stream<String> expressions() {
    return recorded("recorded.json");
  }

  private static Stream<String> numbers() {
    return recorded("numbers-recorded.json");
  }

  private static Stream<String> errors() {
    return recorded("errors-recorded.json");
  }

  private static Stream<String> arguments() {
    return recorded("arguments-recorded.json");
  }

  private static Stream<String> joins() {
    return recorded("joins-recorded.json");
  }

  private static Stream<String> weeks() {
    return recorded("weeks-recorded.json");
  }

  private static Stream<String> recorded(String file) {
    return read(file).properties().stream().map(Map.Entry::getKey);
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void textsAreCountedAndCutAsByJsonataJs(String expression) throws InterruptedException {
    assertThat(differences("expressions.json", "recorded.json", expression)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void numbersThatJsonHasNoFormForAreThoseOfJsonataJs(String expression)
      throws InterruptedException {
    assertThat(differences("numbers.json", "numbers-recorded.json", expression)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("errors")
  void anErrorHasTheWordsOfJsonataJs(String expression) throws InterruptedException {
    assertThat(differences("errors.json", "errors-recorded.json", expression)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("arguments")
  void anErrorSaysWhichArgumentOfWhichFunctionIsWrong(String expression)
      throws InterruptedException {
    assertThat(differences("arguments.json", "arguments-recorded.json", expression)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("joins")
  void boundVariablesInOrdersAndFunctionsAsConditionsAreThoseOfJsonataJs(String expression)
      throws InterruptedException {
    assertThat(differences("joins.json", "joins-recorded.json", expression)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("weeks")
  void weeksAreThoseOfJsonataJsAlsoAroundTheEndsOfYearsAndMonths(String expression)
      throws InterruptedException {
    assertThat(differences("weeks.json", "weeks-recorded.json", expression)).isEmpty();
  }

  private static List<String> differences(String given, String recorded, String expression)
      throws InterruptedException {
    JsonNode inputs = read(given).path("inputs");
    JsonNode answers = read(recorded).path(expression);
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      String expected = answers.path(i).toString();
      String actual = answer(expression, inputs.get(i)).toString();
      if (!actual.equals(expected)) {
        differences.add("%s: %s, not %s".formatted(inputs.get(i), expected, actual));
      }
    }
    return differences;
  }

  /** As the recording has it. */
  private static ObjectNode answer(String expression, JsonNode input) throws InterruptedException {
    ObjectNode state = JsonNodeFactory.instance.objectNode().put("Type", "Pass").put("End", true);
    state.put("Output", "{% " + expression + " %}");
    ObjectNode states = JsonNodeFactory.instance.objectNode();
    ExecutionResult result =
        Asl.run(Asl.machine("A: " + state), states.set("t", input).toString(), Asl.NO_SERVICE);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    if (result instanceof ExecutionResult.Succeeded succeeded) {
      return answer.set("value", succeeded.output());
    }
    String cause = Asl.failure(result).cause();
    if (cause.endsWith("returned nothing (undefined).")) {
      return answer;
    }
    String reason = cause.substring(cause.indexOf("threw an error during evaluation. ") + 34);
    int colon = reason.indexOf(": ");
    return answer
        .put("error", reason.substring(0, Math.max(0, colon)))
        .put("message", reason.substring(colon + 2));
  }
}

package coldbench.deploy.machine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How deep an own function's {@code expect} may be: judging an answer takes levels of evaluation
 * for each of its levels, and the service ends an evaluation near 100.
 */
class ExpectationDepthTest {
  private static ObjectNode nested(int levels) {
    ObjectNode outermost = JsonNodeFactory.instance.objectNode();
    ObjectNode innermost = outermost;
    for (int level = 1; level < levels; level++) {
      innermost = innermost.putObject("a");
    }
    innermost.put("n", 1);
    return outermost;
  }

  private static JsonNode judged(int levels) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.put("LogResult", Base64.getEncoder().encodeToString(ReportLines.COLD.getBytes(UTF_8)));
    result.set("Payload", nested(levels));
    String expect = nested(levels).toString().replace("\"", "\\\"");
    return Evaluation.of("CallFunction.Output")
        .variable("trial", "{'memoryMb': 128, 'expect': '" + expect + "'}")
        .variable("samples", "[]")
        .result(result)
        .evaluate();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 12, 24})
  void anExpectationOfUpTo24LevelsIsJudged(int levels) {
    assertThat(judged(levels).path("was").asText()).isEqualTo("cold");
  }

  @Test
  void aDeeperOneEndsAtTheServicesLimit() {
    assertThatThrownBy(() -> judged(40))
        .hasMessageContaining("States.QueryEvaluationError")
        .hasMessageContaining("Stack overflow error");
  }
}

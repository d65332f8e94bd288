package coldbench.deploy.machine;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.analysis.RunLimits;
import coldbench.deploy.SynthesizedMachine;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the machine takes and what the tool takes before it starts one are the same. */
class RunLimitsTest {
  private static JsonNode validated(String input) {
    JsonNode settings = SynthesizedMachine.definition().at("/States/LoadSettings/Assign");
    return Evaluation.of("ValidateInput.Output")
        .variable("bucket", "'b'")
        .variable("available", settings.path("available").toString())
        .variable("limits", settings.path("limits").toString())
        .input(input)
        .evaluate();
  }

  static Arguments[] limits() {
    return new Arguments[] {
      Arguments.of("{'rounds': %s}", 1, RunLimits.ROUNDS_MOST),
      Arguments.of("{'warm': %s}", 0, RunLimits.WARM_MOST),
      Arguments.of("{'memoryMb': [%s]}", RunLimits.MEMORY_LEAST, RunLimits.MEMORY_MOST),
      Arguments.of("{'n': %s}", 0, RunLimits.N_MOST),
      Arguments.of("{'seed': %s}", 0, Integer.MAX_VALUE),
    };
  }

  @ParameterizedTest
  @MethodSource("limits")
  void theMachineTakesJustWhatTheToolTakes(String field, long least, long most) {
    assertThat(validated(field.formatted(least)).has("plan")).isTrue();
    assertThat(validated(field.formatted(most)).has("plan")).isTrue();
    assertThat(validated(field.formatted(least - 1)).path("cause").asText())
        .contains("expected a whole number from %d to %d".formatted(least, most));
    assertThat(validated(field.formatted(most + 1)).path("cause").asText())
        .contains("expected a whole number from %d to %d".formatted(least, most));
  }

  @Test
  void theDefaultsAreTheSame() {
    JsonNode plan = validated("{}").path("plan");

    assertThat(plan.path("rounds").asInt()).isEqualTo(RunLimits.ROUNDS_DEFAULT);
    assertThat(plan.path("warm").asInt()).isEqualTo(RunLimits.WARM_DEFAULT);
    assertThat(plan.path("n").asInt()).isEqualTo(RunLimits.N_DEFAULT);
    assertThat(plan.path("memoryMb")).hasSize(1);
    assertThat(plan.at("/memoryMb/0").asInt()).isEqualTo(RunLimits.MEMORY_DEFAULT);
  }

  @Test
  void theRestOfTheLimitsIsTheSame() {
    JsonNode limits = SynthesizedMachine.definition().at("/States/LoadSettings/Assign/limits");

    assertThat(limits.path("trials").asInt()).isEqualTo(RunLimits.TRIALS_MOST);
    assertThat(limits.path("calls").asInt()).isEqualTo(RunLimits.CALLS_MOST);
    assertThat(limits.path("look").asInt()).isEqualTo(RunLimits.LOOK);
    assertThat(limits.path("firstLook").asInt()).isEqualTo(RunLimits.FIRST_LOOK);
    assertThat(limits.path("nextLook").asInt()).isEqualTo(RunLimits.NEXT_LOOK);
    assertThat(validated("{'until': 5}").at("/plan/rounds").asInt())
        .isEqualTo(RunLimits.ROUNDS_UNTIL_DEFAULT);
    for (double taken : new double[] {RunLimits.UNTIL_LEAST, RunLimits.UNTIL_MOST}) {
      assertThat(validated("{'until': %s}".formatted(taken)).has("plan")).isTrue();
    }
  }
}

package coldbench.asl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** <a href="https://states-language.net/spec.html#pass-state">Pass state</a>. */
class PassStateTest {
  @Test
  void withoutOutputItHandsItsInputOn() throws InterruptedException {
    assertThat(Asl.output("A: {Type: 'Pass', End: true}", "{a: [1, null]}"))
        .isEqualTo(Asl.json("{a: [1, null]}"));
  }

  @Test
  void outputIsAnyJsonValueWithExpressionsInIt() throws InterruptedException {
    assertThat(
            Asl.output(
                """
                A: {Type: 'Pass', End: true,
                    Output: {n: '{% $states.input.n + 1 %}', list: [null, '{% "x" %}'], text: '$n'}}
                """,
                "{n: 30}"))
        .isEqualTo(Asl.json("{n: 31, list: [null, 'x'], text: '$n'}"));
  }

  @Test
  void anExpressionThatGivesNothingFailsTheState() throws InterruptedException {
    // Recorded: test_assign_reference_variables.py, test_undefined_reference
    ExecutionResult.Failed failed =
        Asl.failure("A: {Type: 'Pass', End: true, Output: {result: '{% $none %}'}}", "{}");

    assertThat(failed.error()).isEqualTo("States.QueryEvaluationError");
    assertThat(failed.cause())
        .isEqualTo(
            "An error occurred while executing the state 'A' (entered at the event id #2). The"
                + " JSONata expression '$none' specified for the field 'Output/result' returned"
                + " nothing (undefined).");
  }

  @Test
  void anExpressionThatGivesAFunctionFailsTheState() throws InterruptedException {
    // Recorded: test_base_scenarios.py, test_map_state_items_eval_jsonata_fail[function]
    ExecutionResult.Failed failed =
        Asl.failure("A: {Type: 'Pass', End: true, Output: '{% function($x) { $x } %}'}", "{}");

    assertThat(failed.cause()).endsWith("returned an unsupported result type.");
  }
}

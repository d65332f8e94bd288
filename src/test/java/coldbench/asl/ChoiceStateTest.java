package coldbench.asl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** <a href="https://states-language.net/spec.html#choice-state">Choice state</a>. */
class ChoiceStateTest {
  private static final String END =
      ", Big: {Type: 'Pass', Output: ['big', '{% $states.input %}',"
          + " '{% $x %}'], End: true}, Small: {Type: 'Pass', Output: ['small', '{% $states.input %}',"
          + " '{% $x %}'], End: true}";

  // Recorded: test_assign_base.py, test_assign_in_choice; test_output.py, test_output_in_choice
  private static final String SCOPES =
      """
      A: {Type: 'Choice',
          Choices: [{Condition: '{% $states.input.n > 10 %}', Assign: {x: 1}, Next: 'Big'}],
          Assign: {x: 2}, Output: 'of the default', Default: 'Small'}
      """
          + END;

  @Test
  void aRuleThatHoldsIsLeftByItsOwnFieldsOnly() throws InterruptedException {
    assertThat(Asl.output(SCOPES, "{n: 11}")).isEqualTo(Asl.json("['big', {n: 11}, 1]"));
  }

  @Test
  void theDefaultIsLeftByTheStatesFields() throws InterruptedException {
    assertThat(Asl.output(SCOPES, "{n: 10}")).isEqualTo(Asl.json("['small', 'of the default', 2]"));
  }

  @Test
  void theFirstRuleThatHoldsCounts() throws InterruptedException {
    assertThat(
            Asl.output(
                """
                A: {Type: 'Choice', Choices: [
                    {Condition: false, Next: 'Small'},
                    {Condition: '{% true %}', Output: 1, Assign: {x: 1}, Next: 'Big'},
                    {Condition: true, Next: 'Small'}]}
                """
                    + END,
                "{}"))
        .isEqualTo(Asl.json("['big', 1, 1]"));
  }

  @Test
  void withoutDefaultNoRuleThatHoldsIsAnError() throws InterruptedException {
    ExecutionResult.Failed failed =
        Asl.failure(
            "A: {Type: 'Choice', Choices: [{Condition: false, Next: 'Small'},"
                + " {Condition: false, Next: 'Big'}]}"
                + END,
            "{}");

    assertThat(failed.error()).isEqualTo("States.NoChoiceMatched");
  }

  @Test
  void aConditionHasToBeTrueOrFalse() throws InterruptedException {
    ExecutionResult.Failed failed =
        Asl.failure(
            "A: {Type: 'Choice', Choices: [{Condition: '{% 1 %}', Next: 'Small'},"
                + " {Condition: false, Next: 'Big'}]}"
                + END,
            "{}");

    assertThat(failed.error()).isEqualTo("States.QueryEvaluationError");
    assertThat(failed.cause())
        .endsWith(
            "specified for the field 'Choices[0]/Condition' returned an unexpected result type."
                + " Expected 'boolean', but was 'number' for value: 1");
  }
}

package coldbench.asl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * <a href="https://states-language.net/spec.html#succeed-state">Succeed</a> and <a
 * href="https://states-language.net/spec.html#fail-state">Fail</a>.
 */
class EndStatesTest {
  @Test
  void succeedEndsWithItsOutput() throws InterruptedException {
    assertThat(Asl.output("A: {Type: 'Succeed', Output: '{% $states.input.n %}'}", "{n: 2}"))
        .isEqualTo(Asl.json("2"));
  }

  @Test
  void failEndsWithItsErrorAndCause() throws InterruptedException {
    assertThat(
            Asl.failure(
                "A: {Type: 'Fail', Error: 'Own', Cause: '{% \"at \" & $states.input %}'}", "3"))
        .isEqualTo(new ExecutionResult.Failed("Own", "at 3"));
  }

  @Test
  void failNeedsNeither() throws InterruptedException {
    assertThat(Asl.failure("A: {Type: 'Fail'}", "{}"))
        .isEqualTo(new ExecutionResult.Failed("", ""));
  }

  @Test
  void aCauseThatIsNoTextIsAnErrorOfItsOwn() throws InterruptedException {
    assertThat(Asl.failure("A: {Type: 'Fail', Cause: '{% 3 %}'}", "{}").cause())
        .endsWith("Expected 'string', but was 'number' for value: 3");
  }
}

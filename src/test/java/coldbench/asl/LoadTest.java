package coldbench.asl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What this interpreter does not do is refused by name when a definition is loaded. */
class LoadTest {
  private static void assertRefused(String states, String message) {
    assertThatThrownBy(() -> Asl.machine(states))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Type: 'Pass', Result: 1, End: true | $.States.A.Result is not supported here",
        "Type: 'Pass', InputPath: '$', End: true | $.States.A.InputPath is not supported here",
        "Type: 'Pass', End: true, Next: 'A' | $.States.A.Next is given beside End, expected either Next or End",
        "Type: 'Pass' | $.States.A.Next is missing, expected either Next or End",
        "Type: 'Pass', Next: 'B' | $.States.A.Next is \"B\", expected A",
        "Type: 'Pass', QueryLanguage: 'JSONPath', End: true | $.States.A.QueryLanguage is JSONPath",
        "Type: 'Loop' | $.States.A.Type is \"Loop\", expected Choice, Fail, Map",
        "Type: 'Succeed', Assign: {x: 1} | $.States.A.Assign is not supported here",
        "Type: 'Wait', End: true | $.States.A.Seconds is missing, expected either Seconds or Timestamp",
        "Type: 'Wait', Seconds: 1.5, End: true | $.States.A.Seconds is 1.5, expected a whole number",
        "Type: 'Choice', Choices: [] | $.States.A.Choices has no rule",
        "Type: 'Choice', Choices: [{Variable: '$.x', Next: 'A'}] | $.States.A.Choices[0].Condition is missing",
        "Type: 'Choice', Choices: [{Condition: 'yes', Next: 'A'}] | $.States.A.Choices[0].Condition is \"yes\"",
        "Type: 'Task', Resource: 'mine', End: true | $.States.A.Resource is \"mine\", expected arn:aws:states",
        "Type: 'Task', Resource: 'arn:aws:states:::a:b.sync:3', End: true | $.States.A.Resource is \"arn:aws:states:::a:b.sync:3\"",
        "Type: 'Task', Resource: 'arn:aws:states:::a:b', Credentials: {}, End: true | $.States.A.Credentials.RoleArn is missing",
        "Type: 'Task', Resource: 'arn:aws:states:::a:b', TimeoutSeconds: 0, End: true | $.States.A.TimeoutSeconds is 0",
      })
  void aFieldIsRefusedWithItsPath(String fields, String message) {
    assertRefused("A: {" + fields + "}", message);
  }

  /** As CreateStateMachine answers: State "B" is not reachable. */
  @Test
  void aStateThatNoOtherNamesIsRefused() {
    assertRefused(
        "A: {Type: 'Pass', End: true}, B: {Type: 'Pass', Next: 'A'}",
        "$.States.B is not reachable, expected StartAt or another state's Next or Default to name it");
    assertRefused(
        "A: {Type: 'Map', End: true, ItemProcessor: {StartAt: 'A', States: {"
            + "A: {Type: 'Pass', End: true}, C: {Type: 'Pass', End: true}}}}",
        "$.States.A.ItemProcessor.States.C is not reachable");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Retry: [{ErrorEquals: []}] | Retry[0].ErrorEquals is [], expected a list of error names",
        "Retry: [{ErrorEquals: ['E'], BackoffRate: 0.5}] | Retry[0].BackoffRate is 0.5",
        "Retry: [{ErrorEquals: ['E'], JitterStrategy: 'HALF'}] | Retry[0].JitterStrategy is \"HALF\"",
        "Retry: [{ErrorEquals: ['E'], Wait: 1}] | Retry[0].Wait is not supported here",
        "Retry: [{ErrorEquals: ['States.ALL', 'E']}] | Retry[0].ErrorEquals has States.ALL among others",
        "Retry: [{ErrorEquals: ['States.ALL']}, {ErrorEquals: ['E']}] | Retry has States.ALL before the last",
        "Catch: [{ErrorEquals: ['E'], Next: 'Z'}] | Catch[0].Next is \"Z\", expected A",
        "Catch: [{ErrorEquals: ['E'], ResultPath: '$', Next: 'A'}] | Catch[0].ResultPath is not",
      })
  void aFieldOfARetrierOrACatcherIsRefusedWithItsPath(String field, String message) {
    assertRefused(
        "A: {Type: 'Task', Resource: 'arn:aws:states:::a:b', End: true, " + field + "}",
        "$.States.A." + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ItemReader: {} | $.States.A.ItemReader is not supported here",
        "ResultWriter: {} | $.States.A.ResultWriter is not supported here",
        "ItemBatcher: {} | $.States.A.ItemBatcher.MaxItemsPerBatch is missing, expected it or MaxInputBytesPerBatch",
        "Label: 'a b' | $.States.A.Label is \"a b\", expected",
        "Items: 3 | $.States.A.Items is 3, expected an array",
        "ToleratedFailurePercentage: 101 | $.States.A.ToleratedFailurePercentage is 101, expected",
      })
  void aFieldOfADistributedMapIsRefusedWithItsPath(String field, String message) {
    assertRefused(
        "A: {Type: 'Map', End: true, "
            + field
            + ", ItemProcessor: {ProcessorConfig: {Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD'},"
            + " StartAt: 'I', States: {I: {Type: 'Pass', End: true}}}}",
        message);
  }

  @Test
  void anUnknownKindOfChildIsRefused() {
    assertRefused(
        """
        A: {Type: 'Map', End: true, ItemProcessor: {StartAt: 'I', States: {I: {Type: 'Succeed'}},
            ProcessorConfig: {Mode: 'DISTRIBUTED', ExecutionType: 'FAST'}}}
        """,
        "ProcessorConfig.ExecutionType is \"FAST\", expected EXPRESS or STANDARD");
  }

  @Test
  void anInnerFieldIsRefusedWithItsWholePath() {
    assertRefused(
        """
        A: {Type: 'Parallel', End: true, Branches: [{StartAt: 'in side',
            States: {'in side': {Type: 'Pass', Parameters: {}, End: true}}}]}
        """,
        "$.States.A.Branches[0].States['in side'].Parameters is not supported here");
  }

  @Test
  void anExpressionThatCannotBeParsedIsRefused() {
    assertRefused(
        "A: {Type: 'Pass', Output: {x: ['{% 1 + %}']}, End: true}",
        "$.States.A.Output.x[0] is not a JSONata expression: Unexpected end of expression");
    assertRefused(
        "A: {Type: 'Pass', Output: '{% $match(\"a\", /\\\\p/) %}', End: true}",
        "$.States.A.Output has the regular expression /\\p/, expected one that Java knows as well");
  }

  @Test
  void aFunctionThatStepFunctionsDoesNotHaveIsRefused() {
    assertRefused(
        "A: {Type: 'Pass', Output: '{% $eval(\"1\") %}', End: true}",
        "$.States.A.Output calls $eval, expected a function of JSONata in Step Functions: abs,");
  }

  /** As measured on AWS in August 2026: github.com/floci-io/floci, issues 2670 and 2745. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "phone | phone",
        "phone.home | phone",
        "$states.input.a & phone | phone",
        "{\"a\": phone} | phone",
        "[1, phone] | phone",
        "$uppercase(phone) | phone",
        "($x := phone; $x) | phone",
        "/x/i; phone | phone",
        "$ | $",
        "$uppercase($) | $",
        "$states.input.a & $uppercase($) | $",
        "[$states.input.a.b, $string(phone)] | phone",
        "$$ | $$",
        "$states.input.a[$$.b] | $$",
      })
  void aNameWithoutAValueToReadItFromIsRefused(String expression, String name) {
    assertThatThrownBy(() -> Asl.evaluate("(" + expression + ")", "{}"))
        .hasMessageContaining(
            "$.States.A.Output refers to " + name + " at the top level, expected $states.input");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$states.input.a",
        "$states.input.a[b = 1].c",
        "$states.input.a.(b + 1)",
        "$states.input.a.$uppercase($)",
        "$states.input.a.{'b': $}.(function($x) { $x })($)",
        "$states.input.a . $string($)",
        "$states.input.a.{'x': b, 'y': $.c}",
        "$states.input.a^(>b, c)",
        "$states.input.a{b: $sum(c)}",
        "$states.input . a /* phone */ . `b c`",
        "$states.input ~> |a|{'b': c}| ~> $string()",
        "$map($states.input.a, function($v) { $v.b })",
        "$states.input.a@$x.b#$i.($x.c + $i)",
        "function($n)<n:n>{ $n + 1e5 }(2.5E3) > 1 and true or false",
        "$match('aB', /[a-z]/i)[0].match",
        "[1..3].($ * 2)",
        "$filter([1, 2], function($v) { $v in [1] }) ? null : 'phone'",
      })
  void aNameThatIsReadFromAValueIsNoTopLevelReference(String expression)
      throws InterruptedException {
    assertThat(new References(expression).topLevel()).isEmpty();
    Asl.machine(
        "A: {Type: 'Pass', End: true, Output: " + Asl.text("{% " + expression + " %}") + "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Output: '{% $states.errorOutput.Error %}' | Output reads errorOutput of $states, expected context, input or result",
        "Assign: {x: '{% $states.errorOutput %}'} | Assign.x reads errorOutput of $states",
        "Arguments: '{% $states.result %}' | Arguments reads result of $states, expected context or input",
        "TimeoutSeconds: '{% $states.result.n %}' | TimeoutSeconds reads result of $states",
        "Output: '{% $states.inptu %}' | Output reads inptu of $states",
        "Catch: [{ErrorEquals: ['E'], Next: 'A', Output: '{% $states.result %}'}] | Catch[0].Output reads result of $states, expected context, errorOutput or input",
      })
  void aFieldThatStatesDoesNotHaveThereIsRefused(String field, String message) {
    assertRefused(
        "A: {Type: 'Task', Resource: 'arn:aws:states:::a:b', End: true, " + field + "}",
        "$.States.A." + message);
  }

  @Test
  void aVariableOfTheWorkflowAroundItIsOnlyRead() {
    assertRefused(
        """
        A: {Type: 'Pass', Assign: {x: 1}, Next: 'B'},
        B: {Type: 'Map', End: true, ItemProcessor: {StartAt: 'I', States: {
            I: {Type: 'Pass', Assign: {x: 2}, End: true}}}}
        """,
        "$.States.B.ItemProcessor.States.I.Assign.x is a variable of the workflow around this one");
  }

  @Test
  void aVariableHasANameOfItsOwn() {
    assertRefused(
        "A: {Type: 'Pass', Assign: {states: 1}, End: true}",
        "$.States.A.Assign.states is not a variable's name");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | $.StartAt is missing",
        "[] | $ is [], expected an object",
        "{StartAt: 'A', States: {A: {Type: 'Succeed'}}} | $.States.A.QueryLanguage is JSONPath",
        "{QueryLanguage: 'XPath', StartAt: 'A'} | $.QueryLanguage is \"XPath\", expected JSONata",
        "{QueryLanguage: 'JSONata', StartAt: 'B', States: {A: {Type: 'Succeed'}}} | $.StartAt is \"B\", expected A",
        "{QueryLanguage: 'JSONata', Version: '2', StartAt: 'A', States: {}} | $.Version is \"2\", expected 1.0",
        "{QueryLanguage: 'JSONata', Name: 'm', StartAt: 'A', States: {A: {Type: 'Succeed'}}} | $.Name is not",
      })
  void aMachineIsRefusedWithThePath(String definition, String message) {
    assertThatThrownBy(() -> StateMachine.load(Asl.json(definition)))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining(message);
  }
}

package coldbench.asl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * <a href="https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html">Quotas</a>,
 * and how an execution is ended from outside.
 */
class LimitsTest {
  private static final String TASK =
      "A: {Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true";

  private static ExecutionResult answer(String states, int characters) throws InterruptedException {
    return Asl.run(
        Asl.machine(states),
        "{}",
        (resource, arguments) -> JsonNodeFactory.instance.textNode("x".repeat(characters)));
  }

  @Test
  void aResultMayHave256KibOfJson() throws InterruptedException {
    assertThat(Asl.output(answer(TASK + "}", 262_142)).textValue()).hasSize(262_142);
  }

  @Test
  void aLargerResultFailsTheState() throws InterruptedException {
    // Recorded: test_states_errors.py, test_service_task_lambada_data_limit_exceeded_*
    assertThat(Asl.failure(answer(TASK + "}", 262_143)))
        .isEqualTo(
            new ExecutionResult.Failed(
                "States.DataLimitExceeded",
                "The state/task 'lambda' returned a result with a size exceeding the maximum"
                    + " number of bytes service limit."));
  }

  @Test
  void aLargerResultCanBeCaught() throws InterruptedException {
    // Recorded: test_states_errors.py,
    // ..._catch_state_all_data_limit_exceeded_on_large_utf8_response
    assertThat(
            Asl.output(
                answer(
                    TASK
                        + ", Catch: [{ErrorEquals: ['States.ALL'], Next: 'B'}]},"
                        + " B: {Type: 'Pass', Output: 'caught', End: true}",
                    262_143)))
        .isEqualTo(Asl.json("'caught'"));
  }

  @Test
  void bytesCountNotCharacters() throws InterruptedException {
    ExecutionResult.Failed failed =
        Asl.failure(
            "A: {Type: 'Pass', Output: '{% $join([1..90000].(\"€\")) %}', End: true}", "{}");

    assertThat(failed.error()).isEqualTo("States.DataLimitExceeded");
    assertThat(failed.cause()).startsWith("The state/task 'A' returned a result");
  }

  /** As measured on AWS in August 2026: github.com/floci-io/floci, issue 2737. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[1..873782] ~> $count() | 873782",
        "$count($range(1, 873782, 1)) | 873782",
        "($p := function($s, $n) { $n = 0 ? $s : $p($s & $s, $n - 1) }; $length($p('x', 22))) | 4194304",
        "$length($pad('x', 4194304)) | 4194304",
        "($f := function($n) { $n > 0 ? $f($n - 1) : 'end' }; $f(5000)) | \"end\"",
      })
  void anEvaluationMayHoldAsMuchAsOnAws(String expression, String json)
      throws InterruptedException {
    assertThat(Asl.evaluate(expression, "{}")).hasToString(json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1..873783] ~> $count()",
        "$sum([1..900000])",
        "$count($range(1, 873783, 1))",
        "$count([1..500000].($ * 2)) + $count([1..900000])",
        "($p := function($s, $n) { $n = 0 ? $s : $p($s & $s, $n - 1) }; $length($p('x', 23)))",
        "$length($pad('x', 8388608))",
        "$length($pad('x', -1e12))",
      })
  void anEvaluationThatHoldsMoreFailsTheState(String expression) throws InterruptedException {
    assertThat(evaluationFailure(expression))
        .endsWith(
            "threw an error during evaluation: Expression evaluation memory limit exceeded: Check"
                + " for excessive memory usage");
  }

  private static Stream<String> tooDeep() {
    return Stream.of(
        String.join(" + ", Collections.nCopies(200, "1")),
        "($f := function($n) { $n > 0 ? $f($n - 1) + 1 : 0 }; $f(60))",
        "[".repeat(101) + "1" + "]".repeat(101));
  }

  @ParameterizedTest
  @MethodSource("tooDeep")
  void anEvaluationDeeperThan100LevelsFailsTheState(String expression) throws InterruptedException {
    assertThat(evaluationFailure(expression))
        .contains(
            "threw an error during evaluation: Stack overflow error: Check for non-terminating"
                + " recursive function.");
  }

  @ParameterizedTest
  @ValueSource(ints = {90, 99})
  void anEvaluationOfAbout100LevelsIsWithinTheLimit(int levels) throws InterruptedException {
    String sum = String.join(" + ", Collections.nCopies(levels, "1"));

    assertThat(Asl.evaluate(sum, "{}").intValue()).isEqualTo(levels);
  }

  @Test
  void anExpressionBeyondALimitCanBeCaught() throws InterruptedException {
    assertThat(
            Asl.output(
                """
                A: {Type: 'Parallel', Next: 'B', Catch: [{ErrorEquals: ['States.ALL'], Next: 'B'}],
                    Branches: [{StartAt: 'C', States: {
                        C: {Type: 'Pass', Output: '{% $sum([1..900000]) %}', End: true}}}]},
                B: {Type: 'Pass', Output: 'caught', End: true}
                """,
                "{}"))
        .isEqualTo(Asl.json("'caught'"));
  }

  private static String evaluationFailure(String expression) throws InterruptedException {
    ExecutionResult.Failed failed =
        Asl.failure(
            "A: "
                + Asl.json(
                    "{Type: 'Pass', End: true, Output: '{% "
                        + expression.replace("'", "\\'")
                        + " %}'}"),
            "{}");
    assertThat(failed.error()).isEqualTo("States.QueryEvaluationError");
    return failed.cause();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x: '{% $pad(\"\", 90000, \"€\") %}'",
        "x: '{% $pad(\"\", 131071) %}', y: '{% $pad(\"\", 131071) %}', z: 1",
      })
  void aStateAssignsAtMost256KibOfVariables(String assign) throws InterruptedException {
    ExecutionResult.Failed failed =
        Asl.failure("A: {Type: 'Pass', End: true, Assign: {" + assign + "}}", "{}");

    assertThat(failed.error()).isEqualTo("States.DataLimitExceeded");
    assertThat(failed.cause()).startsWith("The state 'A' assigned variables");
  }

  @Test
  void anExecutionHoldsAtMost10MibOfVariables() throws InterruptedException {
    String assign = "Assign: {v%d: '{%% $pad(\"\", 262142) %%}'}";
    String loop =
        "A: {Type: 'Pass', "
            + assign.formatted(0)
            + ", Next: 'S0'}, "
            + IntStream.range(0, 40)
                .mapToObj(
                    n ->
                        "S%d: {Type: 'Pass', Next: 'S%d', ".formatted(n, n + 1)
                            + assign.formatted(n)
                            + "}, ")
                .collect(Collectors.joining());

    assertThat(Asl.output(loop + "S40: {Type: 'Pass', Output: 'held', End: true}", "{}"))
        .isEqualTo(Asl.json("'held'"));
    assertThat(Asl.failure(loop + "S40: {Type: 'Pass', Assign: {one: 1}, End: true}", "{}").error())
        .isEqualTo("States.DataLimitExceeded");
  }

  @Test
  void anInputIsRefusedBeyond256Kib() {
    assertThatThrownBy(() -> Asl.request(JsonNodeFactory.instance.textNode("€".repeat(90_000))))
        .hasMessage("the input has 270002 bytes of JSON, expected at most 262144");
  }

  @Test
  void aDefinitionIsRefusedBeyondOneMib() {
    assertThatThrownBy(
            () -> Asl.machine("A: {Type: 'Succeed', Comment: '" + "€".repeat(350_000) + "'}"))
        .hasMessageStartingWith("$ has 1050")
        .hasMessageEndingWith("bytes, expected at most 1048576");
  }

  @Test
  void aStatesNameHasAtMost80Characters() {
    String longest = "\uD83D\uDE00".repeat(80);
    String states = "A: {Type: 'Pass', Next: '%1$s'}, '%1$s': {Type: 'Succeed'}";

    assertThat(Asl.machine(states.formatted(longest))).isNotNull();
    assertThatThrownBy(() -> Asl.machine(states.formatted(longest + "x")))
        .hasMessageEndingWith("is a state's name, expected 1 to 80 characters");
  }

  /** As measured on AWS in August 2026: github.com/floci-io/floci, issue 2734. */
  @Test
  void anExecutionHasAtMost25000Events() throws InterruptedException {
    List<HistoryEvent> events = new ArrayList<>();

    ExecutionResult result =
        Asl.machine("A: {Type: 'Pass', Next: 'B'}, B: {Type: 'Pass', Next: 'A'}")
            .run(
                Asl.request(Asl.json("{}")),
                Asl.NO_SERVICE,
                Asl.engine(new RecordedTime()).withHistory(events::add));

    assertThat(Asl.failure(result).error()).isEqualTo("States.Runtime");
    assertThat(Asl.failure(result).cause())
        .isEqualTo("The execution reached the maximum number of history events (25000).");
    assertThat(events).hasSize(25_000);
    HistoryEvent last = events.get(24_999);
    assertThat(last.type()).isEqualTo("ExecutionFailed");
    assertThat(last.id()).isEqualTo(25_000);
    assertThat(last.previousEventId()).isEqualTo(24_999);
  }

  @Test
  void aMachinesOwnTimeEndsItWhateverItCatches() throws InterruptedException {
    StateMachine machine =
        StateMachine.load(
            Asl.json(
                """
                {QueryLanguage: 'JSONata', TimeoutSeconds: 60, StartAt: 'A', States: {
                  A: {Type: 'Parallel', Next: 'Z', Catch: [{ErrorEquals: ['States.ALL'], Next: 'Z'}],
                      Branches: [{StartAt: 'W', States: {W: {Type: 'Wait', Seconds: 61, End: true}}}]},
                  Z: {Type: 'Succeed'}}}
                """));

    List<HistoryEvent> events = new ArrayList<>();
    ExecutionResult result =
        machine.run(
            Asl.request(Asl.json("{}")),
            Asl.NO_SERVICE,
            Asl.engine(new RecordedTime()).withHistory(events::add));

    assertThat(result).isEqualTo(new ExecutionResult.TimedOut());
    ObjectNode last = events.get(events.size() - 1).toJson();
    assertThat(last.path("type").asText()).isEqualTo("ExecutionTimedOut");
    assertThat(last.path("previousEventId").asInt(-1)).isZero();
    assertThat(last.path("executionTimedOutEventDetails"))
        .isEqualTo(Asl.json("{error: 'States.Timeout'}"));
  }

  @Test
  @Timeout(60)
  void anInterruptEndsTheExecutionAndItsCalls() throws InterruptedException {
    CountDownLatch called = new CountDownLatch(3);
    CountDownLatch ended = new CountDownLatch(3);
    CountDownLatch never = new CountDownLatch(1);
    StateMachine machine =
        Asl.machine(
            """
            A: {Type: 'Map', Items: [1, 2, 3], End: true, ItemProcessor: {StartAt: 'I', States: {
                I: {Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', TimeoutSeconds: 900,
                    Catch: [{ErrorEquals: ['States.ALL'], Next: 'J'}], End: true},
                J: {Type: 'Pass', End: true}}}}
            """);
    Thread caller = Thread.currentThread();
    Thread interrupter =
        new Thread(
            () -> {
              try {
                called.await();
                caller.interrupt();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    interrupter.start();

    assertThatThrownBy(
            () ->
                machine.run(
                    Asl.request(Asl.json("{}")),
                    (resource, arguments) -> {
                      called.countDown();
                      try {
                        never.await();
                      } finally {
                        ended.countDown();
                      }
                      return arguments;
                    },
                    Engine.system()))
        .isInstanceOf(InterruptedException.class);
    assertThat(ended.await(0, TimeUnit.SECONDS)).isTrue();
    interrupter.join();
  }

  /** As it was measured on AWS in a list; JSON has no number for it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [1/0]                              | ["Infinity"]
          [-1/0, 2]                          | ["-Infinity",2]
          {'a': {'b': 1/0}}                  | {"a":{"b":"Infinity"}}
          [1e308 * 10]                       | ["Infinity"]
          [$sum([1/0, 1])]                   | ["Infinity"]
          [$max([1/0, 1])]                   | ["Infinity"]
          [$abs(-1/0)]                       | ["Infinity"]
          [$round(1/0), $floor(1/0)]         | ["Infinity","Infinity"]
          ($x := 1/0; [1, 2].($x / $))[0]    | ``
          """)
  void aNumberBeyondAllBoundsIsATextInListsAndObjects(String expression, String output)
      throws InterruptedException {
    ExecutionResult result =
        Asl.run(
            Asl.machine("A: {Type: 'Pass', End: true, Output: \"{% " + expression + " %}\"}"),
            "{}",
            Asl.NO_SERVICE);
    if (output.isEmpty()) {
      assertThat(Asl.failure(result).error()).isEqualTo("States.QueryEvaluationError");
    } else {
      assertThat(Asl.output(result)).hasToString(output);
    }
  }
}

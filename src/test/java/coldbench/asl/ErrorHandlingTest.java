package coldbench.asl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** <a href="https://states-language.net/spec.html#errors">Errors</a>: Retry and Catch. */
class ErrorHandlingTest {
  private final RecordedTime time = new RecordedTime();
  private Engine engine = Asl.engine(time);

  /** Runs a task whose service fails with these errors, then answers. */
  private ExecutionResult run(String fields, String... errors) throws InterruptedException {
    Queue<String> failures = new ArrayDeque<>(List.of(errors));
    StateMachine machine =
        Asl.machine(
            "A: {Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', " + fields + "}");
    return machine.run(
        Asl.request(Asl.json("{n: 1}")),
        (resource, arguments) -> {
          if (!failures.isEmpty()) {
            throw new TaskFailedException(failures.remove(), "because");
          }
          return Asl.json("'fine'");
        },
        engine);
  }

  private List<Long> delays() {
    return time.sleeps().stream().map(Duration::toMillis).toList();
  }

  @Test
  void aRetryWaitsLongerEachTimeUpToTheLongestDelay() throws InterruptedException {
    ExecutionResult result =
        run(
            """
            Retry: [{ErrorEquals: ['E'], IntervalSeconds: 3, BackoffRate: 1.5, MaxAttempts: 5,
                     MaxDelaySeconds: 7}], End: true
            """,
            "E",
            "E",
            "E",
            "E");

    assertThat(Asl.output(result)).isEqualTo(Asl.json("'fine'"));
    assertThat(delays()).containsExactly(3000L, 4500L, 6750L, 7000L);
  }

  @Test
  void byDefaultARetryIsTriedThreeTimesAfter12And4Seconds() throws InterruptedException {
    ExecutionResult result = run("Retry: [{ErrorEquals: ['E']}], End: true", "E", "E", "E", "E");

    assertThat(Asl.failure(result).error()).isEqualTo("E");
    assertThat(delays()).containsExactly(1000L, 2000L, 4000L);
  }

  @Test
  void fullJitterWaitsAnyTimeUpToTheDelay() throws InterruptedException {
    engine = engine.withJitter(new Random(5));
    run(
        """
        Retry: [{ErrorEquals: ['E'], IntervalSeconds: 10, BackoffRate: 1, MaxAttempts: 50,
                 JitterStrategy: 'FULL'}], End: true
        """,
        "E E E E E E E E E E E E E E E E E E E E".split(" "));

    assertThat(delays()).hasSize(20).allMatch(delay -> delay >= 0 && delay <= 10_000);
    assertThat(delays().stream().distinct().count()).isGreaterThan(15);
  }

  @Test
  void eachRetrierCountsForItself() throws InterruptedException {
    ExecutionResult result =
        run(
            """
            Retry: [{ErrorEquals: ['E'], MaxAttempts: 1}, {ErrorEquals: ['F'], MaxAttempts: 1}],
            End: true
            """,
            "E",
            "F",
            "E");

    assertThat(Asl.failure(result).error()).isEqualTo("E");
    assertThat(delays()).hasSize(2);
  }

  @Test
  void noAttemptsIsNoRetryWhateverComesAfterIt() throws InterruptedException {
    ExecutionResult result =
        run(
            "Retry: [{ErrorEquals: ['E'], MaxAttempts: 0}, {ErrorEquals: ['States.ALL']}], End: true",
            "E");

    assertThat(Asl.failure(result).error()).isEqualTo("E");
  }

  @Test
  void theContextCountsTheRetriesOfATask() throws InterruptedException {
    JsonNode count =
        Asl.output(
            run(
                """
                Retry: [{ErrorEquals: ['States.ALL']}], End: true,
                Output: '{% $states.context.State.RetryCount %}'
                """,
                "E", "F"));

    assertThat(count).isEqualTo(Asl.json("2"));
  }

  @Test
  void aCatchGoesOnWithTheErrorAsOutput() throws InterruptedException {
    assertThat(
            Asl.output(
                run(
                    "Catch: [{ErrorEquals: ['E'], Next: 'B'}], End: true}, B: {Type: 'Pass', End: true",
                    "E")))
        .isEqualTo(Asl.json("{Error: 'E', Cause: 'because'}"));
  }

  @Test
  void aCatchHasOutputAndAssignOfItsOwn() throws InterruptedException {
    assertThat(
            Asl.output(
                run(
                    """
                    Assign: {x: 'not this'}, Output: 'nor this', End: true,
                    Catch: [{ErrorEquals: ['States.ALL'], Next: 'B', Assign:
                        {x: '{% $states.errorOutput.Error %}'}, Output: '{% $states.input.n %}'}]},
                    B: {Type: 'Pass', Output: ['{% $x %}', '{% $states.input %}'], End: true
                    """,
                    "E")))
        .isEqualTo(Asl.json("['E', 1]"));
  }

  @Test
  void theErrorOfATimeoutHasAnEmptyCause() throws InterruptedException {
    // Recorded: test_task_service_lambda.py, test_invoke_timeout
    assertThat(
            Asl.output(
                run(
                    "Catch: [{ErrorEquals: ['States.Timeout'], Next: 'B'}], End: true},"
                        + " B: {Type: 'Pass', End: true",
                    "States.Timeout")))
        .isEqualTo(Asl.json("{Error: 'States.Timeout', Cause: ''}"));
  }

  @Test
  void taskFailedStandsForEveryErrorButATimeout() throws InterruptedException {
    String fields =
        "Catch: [{ErrorEquals: ['States.TaskFailed'], Next: 'B'}], End: true},"
            + " B: {Type: 'Pass', Output: 'caught', End: true";

    assertThat(Asl.output(run(fields, "Lambda.Unknown"))).isEqualTo(Asl.json("'caught'"));
    assertThat(Asl.failure(run(fields, "States.Timeout")).error()).isEqualTo("States.Timeout");
  }

  @Test
  void aRetryComesBeforeACatch() throws InterruptedException {
    assertThat(
            Asl.output(
                run(
                    """
                    Retry: [{ErrorEquals: ['E'], MaxAttempts: 1}], End: true,
                    Catch: [{ErrorEquals: ['E'], Next: 'B'}]},
                    B: {Type: 'Pass', Output: 'caught', End: true
                    """,
                    "E",
                    "E")))
        .isEqualTo(Asl.json("'caught'"));
    assertThat(delays()).hasSize(1);
  }

  @Test
  void aFailedEvaluationCanBeCaught() throws InterruptedException {
    assertThat(
            Asl.output(
                run(
                    """
                    Output: '{% $nothing %}', End: true,
                    Catch: [{ErrorEquals: ['States.QueryEvaluationError'], Next: 'B'}]},
                    B: {Type: 'Pass', Output: 'caught', End: true
                    """)))
        .isEqualTo(Asl.json("'caught'"));
  }

  @Test
  void aMapIsTriedAgainAsAWhole() throws InterruptedException {
    int[] calls = {0};
    ExecutionResult result =
        Asl.machine(
                """
                A: {Type: 'Map', Items: [1, 2], Retry: [{ErrorEquals: ['E']}], End: true,
                    ItemProcessor: {StartAt: 'I', States: {I: {Type: 'Task', End: true,
                        Resource: 'arn:aws:states:::lambda:invoke'}}}}
                """)
            .run(
                Asl.request(Asl.json("{}")),
                (resource, arguments) -> {
                  if (++calls[0] == 2) {
                    throw new TaskFailedException("E", "");
                  }
                  return arguments;
                },
                engine);

    assertThat(Asl.output(result)).isEqualTo(Asl.json("[1, 2]"));
    assertThat(calls[0]).isEqualTo(4);
  }
}

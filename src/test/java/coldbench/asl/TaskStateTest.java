package coldbench.asl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** <a href="https://states-language.net/spec.html#task-state">Task state</a>. */
class TaskStateTest {
  private final List<JsonNode> calls = new ArrayList<>();

  private JsonNode echo(String resource, JsonNode arguments) {
    calls.add(arguments);
    return Asl.json("{resource: '" + resource + "', n: 7}");
  }

  private ExecutionResult run(String states, String input) throws InterruptedException {
    return Asl.run(Asl.machine(states), input, this::echo);
  }

  @Test
  void argumentsGoToTheServiceAndItsAnswerIsTheOutput() throws InterruptedException {
    ExecutionResult result =
        run(
            """
            A: {Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:s3:putObject',
                Arguments: {Key: '{% "runs/" & $states.input.run %}'}, End: true}
            """,
            "{run: 'night'}");

    assertThat(calls).containsExactly(Asl.json("{Key: 'runs/night'}"));
    assertThat(Asl.output(result))
        .isEqualTo(Asl.json("{resource: 'arn:aws:states:::aws-sdk:s3:putObject', n: 7}"));
  }

  @Test
  void withoutArgumentsTheServiceGetsTheInput() throws InterruptedException {
    run("A: {Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true}", "{n: 1}");

    assertThat(calls).containsExactly(Asl.json("{n: 1}"));
  }

  @Test
  void outputAndAssignSeeTheResultAndTheVariablesAsOnEntry() throws InterruptedException {
    ExecutionResult result =
        run(
            """
            A: {Type: 'Pass', Assign: {x: 1}, Next: 'B'},
            B: {Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke',
                Assign: {x: '{% $states.result.n %}'},
                Output: {before: '{% $x %}', input: '{% $states.input %}'}, Next: 'C'},
            C: {Type: 'Pass', Output: ['{% $x %}', '{% $states.input %}'], End: true}
            """,
            "{}");

    assertThat(Asl.output(result)).isEqualTo(Asl.json("[7, {before: 1, input: {}}]"));
  }

  @Test
  void aFailureOfTheServiceFailsTheExecutionWithItsError() throws InterruptedException {
    ExecutionResult.Failed failed =
        Asl.failure(
            Asl.run(
                Asl.machine(
                    "A: {Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true}"),
                "{}",
                (resource, arguments) -> {
                  throw new TaskFailedException("Lambda.TooManyRequestsException", "slow down");
                }));

    assertThat(failed)
        .isEqualTo(new ExecutionResult.Failed("Lambda.TooManyRequestsException", "slow down"));
  }

  @Test
  void aServiceThatDoesNotAnswerInTimeIsInterrupted() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);

    ExecutionResult.Failed failed =
        Asl.failure(
            Asl.run(
                Asl.machine(
                    """
                    A: {Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke',
                        TimeoutSeconds: '{% $states.input.limit %}', End: true}
                    """),
                "{limit: 1}",
                (resource, arguments) -> {
                  never.await();
                  return arguments;
                }));

    assertThat(failed).isEqualTo(new ExecutionResult.Failed("States.Timeout", ""));
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void aTaskThatWaitsForItsTokenEndsWithoutHeartbeats() throws InterruptedException {
    // Recorded: test_heartbeats.py, test_heartbeat_timeout
    CountDownLatch never = new CountDownLatch(1);

    ExecutionResult.Failed failed =
        Asl.failure(
            Asl.run(
                Asl.machine(
                    """
                    A: {Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
                        TimeoutSeconds: 600, HeartbeatSeconds: 1, End: true}
                    """),
                "{}",
                (resource, arguments) -> {
                  never.await();
                  return arguments;
                }));

    assertThat(failed).isEqualTo(new ExecutionResult.Failed("States.Timeout", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:states:::states:startExecution.sync:2, startExecution.sync:2, states",
    "arn:aws:states:::states:startExecution.sync, startExecution.sync, states",
    "arn:aws:states:::glue:startJobRun.sync, startJobRun.sync, glue",
    "arn:aws-us-gov:states:::aws-sdk:s3:getObject, getObject, aws-sdk:s3",
  })
  void aJobIsCalledByItsWholeResourceAndNamedSoInHistory(
      String resource, String action, String service) throws InterruptedException {
    List<HistoryEvent> events = new ArrayList<>();
    ExecutionResult result =
        Asl.machine("A: {Type: 'Task', Resource: '" + resource + "', End: true}")
            .run(
                Asl.request(Asl.json("{}")),
                this::echo,
                Asl.engine(new RecordedTime()).withHistory(events::add));

    assertThat(Asl.output(result).path("resource").textValue()).isEqualTo(resource);
    JsonNode scheduled = events.get(2).toJson().path("taskScheduledEventDetails");
    assertThat(scheduled.path("resource").textValue()).isEqualTo(action);
    assertThat(scheduled.path("resourceType").textValue()).isEqualTo(service);
  }

  @Test
  void anActivityIsAskedAndHasEventsOfItsOwn() throws InterruptedException {
    List<HistoryEvent> events = new ArrayList<>();
    String activity = "arn:aws:states:eu-central-1:123456789012:activity:worker";
    ExecutionResult result =
        Asl.machine(
                "A: {Type: 'Task', HeartbeatSeconds: 60, Resource: '" + activity + "', End: true}")
            .run(
                Asl.request(Asl.json("{n: 1}")),
                this::echo,
                Asl.engine(new RecordedTime()).withHistory(events::add));

    assertThat(Asl.output(result).path("resource").textValue()).isEqualTo(activity);
    assertThat(events)
        .extracting(HistoryEvent::type)
        .containsSubsequence("ActivityScheduled", "ActivityStarted", "ActivitySucceeded");
    assertThat(events.get(2).toJson().path("activityScheduledEventDetails"))
        .hasToString(
            "{\"resource\":\""
                + activity
                + "\",\"input\":\"{\\\"n\\\":1}\",\"inputDetails\":{\"truncated\":false},"
                + "\"heartbeatInSeconds\":60}");
  }

  @Test
  void credentialsAreARoleThatHistoryNames() throws InterruptedException {
    List<HistoryEvent> events = new ArrayList<>();
    Asl.machine(
            """
            A: {Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true,
                Credentials: {RoleArn: '{% $states.input.role %}'}}
            """)
        .run(
            Asl.request(Asl.json("{role: 'arn:aws:iam::1:role/other'}")),
            this::echo,
            Asl.engine(new RecordedTime()).withHistory(events::add));

    assertThat(events.get(2).toJson().path("taskScheduledEventDetails").path("taskCredentials"))
        .isEqualTo(Asl.json("{roleArn: 'arn:aws:iam::1:role/other'}"));
  }

  @Test
  void aResourceThatWaitsForATokenHasOneInItsContext() throws InterruptedException {
    run(
        """
        A: {Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
            Arguments: {token: '{% $states.context.Task.Token %}'}, End: true}
        """,
        "{}");

    assertThat(calls.get(0).path("token").textValue()).isNotEmpty();
  }
}

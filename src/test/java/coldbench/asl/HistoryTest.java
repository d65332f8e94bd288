package coldbench.asl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The events of executions, which event follows which and what they tell, as recorded from the
 * service by LocalStack's test suite ({@code tests/aws/services/stepfunctions/v2}).
 */
class HistoryTest {
  private final List<HistoryEvent> events = new ArrayList<>();

  private void run(String states, String input, TaskService services) throws InterruptedException {
    Asl.machine(states)
        .run(
            Asl.request(Asl.json(input)),
            services,
            Asl.engine(new RecordedTime()).withHistory(events::add));
  }

  private List<String> lines() {
    return events.stream()
        .map(event -> event.id() + " <- " + event.previousEventId() + " " + event.type())
        .toList();
  }

  private JsonNode details(int id) {
    return Asl.json(events.get(id - 1).details().toString());
  }

  @Test
  void aTaskThatSucceeds() throws InterruptedException {
    // test_base_evaluate_expressions.py, test_base_task[TIMEOUT_SECONDS]
    run(
        """
        A: {Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', TimeoutSeconds: 1,
            Arguments: {Payload: {}, FunctionName: 'f'}, End: true}
        """,
        "{}",
        (resource, arguments) -> Asl.json("{Payload: {}}"));

    assertThat(lines())
        .containsExactly(
            "1 <- 0 ExecutionStarted",
            "2 <- 0 TaskStateEntered",
            "3 <- 2 TaskScheduled",
            "4 <- 3 TaskStarted",
            "5 <- 4 TaskSucceeded",
            "6 <- 5 TaskStateExited",
            "7 <- 6 ExecutionSucceeded");
    assertThat(details(3))
        .isEqualTo(
            Asl.json(
                """
                {resourceType: 'lambda', resource: 'invoke', region: 'eu-central-1',
                 parameters: '{"Payload":{},"FunctionName":"f"}', timeoutInSeconds: 1}
                """));
    assertThat(details(4)).isEqualTo(Asl.json("{resourceType: 'lambda', resource: 'invoke'}"));
    assertThat(details(6))
        .isEqualTo(
            Asl.json("{name: 'A', output: '{\"Payload\":{}}', outputDetails: {truncated: false}}"));
  }

  @Test
  void aTaskThatTimesOut() throws InterruptedException {
    // test_task_service_lambda.py, test_invoke_timeout
    run(
        """
        A: {Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', TimeoutSeconds: 5,
            Next: 'Z', Catch: [{ErrorEquals: ['States.Timeout'], Next: 'Z'}]},
        Z: {Type: 'Pass', End: true}
        """,
        "{}",
        (resource, arguments) -> {
          throw new TaskFailedException("States.Timeout", "");
        });

    assertThat(lines().subList(4, 6))
        .containsExactly("5 <- 4 TaskTimedOut", "6 <- 5 TaskStateExited");
    assertThat(details(5))
        .isEqualTo(
            Asl.json("{error: 'States.Timeout', resourceType: 'lambda', resource: 'invoke'}"));
    assertThat(details(6).path("output").textValue())
        .isEqualTo("{\"Error\":\"States.Timeout\",\"Cause\":\"\"}");
  }

  @Test
  void itemsOfAMapOneAfterTheOther() throws InterruptedException {
    // test_base_evaluate_expressions.py, test_base_map[ITEMS]
    run(
        """
        A: {Type: 'Map', Items: [1, 2], MaxConcurrency: 1, End: true, ItemProcessor:
            {StartAt: 'P', States: {P: {Type: 'Pass', End: true}}}}
        """,
        "{}",
        Asl.NO_SERVICE);

    assertThat(lines())
        .containsExactly(
            "1 <- 0 ExecutionStarted",
            "2 <- 0 MapStateEntered",
            "3 <- 2 MapStateStarted",
            "4 <- 3 MapIterationStarted",
            "5 <- 4 PassStateEntered",
            "6 <- 5 PassStateExited",
            "7 <- 6 MapIterationSucceeded",
            "8 <- 6 MapIterationStarted",
            "9 <- 8 PassStateEntered",
            "10 <- 9 PassStateExited",
            "11 <- 10 MapIterationSucceeded",
            "12 <- 11 MapStateSucceeded",
            "13 <- 11 MapStateExited",
            "14 <- 13 ExecutionSucceeded");
    assertThat(details(3)).isEqualTo(Asl.json("{length: 2}"));
    assertThat(details(8)).isEqualTo(Asl.json("{name: 'A', index: 1}"));
  }

  @Test
  void aMapThatIsTriedAgainAndFails() throws InterruptedException {
    // test_base_scenarios.py, test_map_state_retry
    run(
        """
        A: {Type: 'Map', End: true, Retry: [{ErrorEquals: ['E'], MaxAttempts: 1}],
            ItemProcessor: {StartAt: 'F', States: {F: {Type: 'Fail', Error: 'E', Cause: 'C'}}}}
        """,
        "[1]",
        Asl.NO_SERVICE);

    assertThat(lines().subList(2, lines().size()))
        .containsExactly(
            "3 <- 2 MapStateStarted",
            "4 <- 3 MapIterationStarted",
            "5 <- 4 FailStateEntered",
            "6 <- 5 MapIterationFailed",
            "7 <- 5 MapStateStarted",
            "8 <- 7 MapIterationStarted",
            "9 <- 8 FailStateEntered",
            "10 <- 9 MapIterationFailed",
            "11 <- 9 MapStateFailed",
            "12 <- 11 ExecutionFailed");
    assertThat(details(12)).isEqualTo(Asl.json("{error: 'E', cause: 'C'}"));
  }

  @Test
  void aParallelThatFailsAndIsCaught() throws InterruptedException {
    // test_base_scenarios.py, test_parallel_state_catch
    run(
        """
        A: {Type: 'Parallel', End: true, Catch: [{ErrorEquals: ['E'], Next: 'Z'}],
            Branches: [{StartAt: 'F', States: {F: {Type: 'Fail', Error: 'E'}}}]},
        Z: {Type: 'Pass', End: true}
        """,
        "{}",
        Asl.NO_SERVICE);

    assertThat(lines().subList(2, 6))
        .containsExactly(
            "3 <- 2 ParallelStateStarted",
            "4 <- 3 FailStateEntered",
            "5 <- 4 ParallelStateFailed",
            "6 <- 5 ParallelStateExited");
  }

  @Test
  void aDistributedMapHasARunAndItsChildrenHistoriesOfTheirOwn() throws InterruptedException {
    // test_assign_reference_variables.py, test_reference_in_map_state[..._ITEM_SELECTOR]
    run(
        """

        A: {Type: 'Pass', Next: 'M'},
        M: {Type: 'Map', Label: 'L', End: true, ItemProcessor: {
            ProcessorConfig: {Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD'},
            StartAt: 'P', States: {P: {Type: 'Pass', End: true}}}}
        """,
        "[1]",
        Asl.NO_SERVICE);

    String parent = events.get(0).executionArn();
    assertThat(events)
        .filteredOn(event -> event.executionArn().equals(parent))
        .extracting(event -> event.id() + " <- " + event.previousEventId() + " " + event.type())
        .containsExactly(
            "1 <- 0 ExecutionStarted",
            "2 <- 0 PassStateEntered",
            "3 <- 2 PassStateExited",
            "4 <- 3 MapStateEntered",
            "5 <- 4 MapStateStarted",
            "6 <- 5 MapRunStarted",
            "7 <- 6 MapRunSucceeded",
            "8 <- 7 MapStateSucceeded",
            "9 <- 6 MapStateExited",
            "10 <- 9 ExecutionSucceeded");
    assertThat(events)
        .filteredOn(event -> !event.executionArn().equals(parent))
        .extracting(event -> event.id() + " " + event.type())
        .containsExactly(
            "1 ExecutionStarted",
            "2 PassStateEntered",
            "3 PassStateExited",
            "4 ExecutionSucceeded");
  }

  @Test
  void anEvaluationThatFails() throws InterruptedException {
    // test_assign_reference_variables.py, test_undefined_reference[BASE_UNDEFINED_ASSIGN]
    run("A: {Type: 'Pass', Assign: {x: '{% $none %}'}, End: true}", "{}", Asl.NO_SERVICE);

    assertThat(lines())
        .containsExactly(
            "1 <- 0 ExecutionStarted",
            "2 <- 0 PassStateEntered",
            "3 <- 0 EvaluationFailed",
            "4 <- 3 ExecutionFailed");
    assertThat(details(3).path("location").textValue()).isEqualTo("Assign/x");
    assertThat(details(3).path("state").textValue()).isEqualTo("A");
    assertThat(details(3).path("cause")).isEqualTo(details(4).path("cause"));
  }

  @Test
  void variablesAreToldWhereAStateThatAssignedThemIsLeft() throws InterruptedException {
    // test_assign_base.py, test_base_cases[BASE_SCOPE_MAP]
    run("A: {Type: 'Pass', Assign: {x: 42, s: 'text'}, End: true}", "{}", Asl.NO_SERVICE);

    assertThat(details(3).path("assignedVariables"))
        .isEqualTo(Asl.json("{x: '42', s: '\"text\"'}"));
  }

  @Test
  void anEventHasTheShapeOfGetExecutionHistory() throws InterruptedException {
    run("A: {Type: 'Succeed'}", "{n: 1}", Asl.NO_SERVICE);

    assertThat(Asl.json(events.get(1).toJson().toString()))
        .isEqualTo(
            Asl.json(
                """
                {timestamp: '2026-03-14T01:59:00.000Z', type: 'SucceedStateEntered', id: 2,
                 previousEventId: 0, stateEnteredEventDetails: {name: 'A', input: '{"n":1}',
                 inputDetails: {truncated: false}}}
                """));
  }
}

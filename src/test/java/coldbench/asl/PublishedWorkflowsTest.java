package coldbench.asl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/**
 * Small machines of the shapes that the JSONata workflows of
 * github.com/aws-samples/step-functions-workflows-collection have, run with scripted services.
 */
class PublishedWorkflowsTest {
  private static JsonNode output(String states, String input, String script)
      throws InterruptedException {
    StateMachine machine = Asl.machine(states);
    ScriptedServices services = ScriptedServices.read(Asl.json(script));
    assertThat(services.missing(machine)).isEmpty();
    return Asl.output(Asl.run(machine, input, services));
  }

  /** distributed-data-stream-aggregator, the parent. */
  @Test
  void batchesOfItemsStartMachinesAndAJobIsPolled() throws InterruptedException {
    JsonNode output =
        output(
            """
            A: {Type: 'Pass', Assign: {task: '{% $states.input.id %}',
                file: '{% "file-" & $string($millis()) & ".csv" %}'}, Next: 'Query'},
            Query: {Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:dynamodb:query',
                Arguments: {Values: {':v': {S: '{% $states.input.id %}'}}}, Next: 'Each'},
            Each: {Type: 'Map', Items: '{% $states.input.Items%}', Label: 'Each', MaxConcurrency: 5,
                ItemBatcher: {MaxItemsPerBatch: 1, BatchInput: {task: '{% $task %}'}},
                Assign: {task1: '{% $task %}'}, Next: 'Start',
                ItemProcessor: {ProcessorConfig: {Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD'},
                    StartAt: 'Get', States: {
                        Get: {Type: 'Task', Resource: 'arn:aws:states:::http:invoke',
                            Arguments: {ApiEndpoint: '{% "api/"& $states.input.Items.id.S &"/x" %}'},
                            Output: {failed: '{% $states.result.ResponseBody.failed %}'},
                            Assign: {id: '{% $states.input.Items.id.S %}',
                                task: '{% $states.input.BatchInput.task %}'},
                            Retry: [{ErrorEquals: ['States.ALL'], JitterStrategy: 'FULL'}],
                            Next: 'Any'},
                        Any: {Type: 'Choice', Default: 'None', Choices: [{Comment: 'has data',
                            Condition: '{% $number($states.input.failed) > 0 %}', Next: 'Child'}]},
                        Child: {Type: 'Task', Next: 'None',
                            Resource: 'arn:aws:states:::states:startExecution.sync:2',
                            Arguments: {StateMachineArn: '{% "child" %}', Input: {id: '{% $id %}',
                                task: '{% $task %}', token: '{% $states.context.Task.Token %}'}}},
                        None: {Type: 'Pass', End: true, Output: {}}}}},
            Start: {Type: 'Task', Resource: 'arn:aws:states:::glue:startJobRun',
                Arguments: {JobName: '{% "job" %}'}, Output: {Id: '{% $states.result.JobRunId %}'},
                Next: 'Wait'},
            Wait: {Type: 'Wait', Seconds: 30, Next: 'Look'},
            Look: {Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:glue:getJobRun',
                Arguments: {RunId: '{% $states.input.Id %}'}, Next: 'Done'},
            Done: {Type: 'Choice', Default: 'Wait', Output: {Id: '{% $states.input.JobRun.Id %}'},
                Choices: [{Condition: '{% $states.input.JobRun.JobRunState = "SUCCEEDED" %}',
                    Next: 'End'}]},
            End: {Type: 'Pass', Output: ['{% $task1 %}', '{% $exists($file) %}'], End: true}
            """,
            "{id: 't'}",
            """
            {'aws-sdk:dynamodb:query': [{Return: {Items: [{id: {S: 'x'}}, {id: {S: 'y'}}]}}],
             'http:invoke': [{Throw: {Error: 'Busy'}}, {Return: {ResponseBody: {failed: '3'}}},
                 {Return: {ResponseBody: {failed: 0}}}],
             'states:startExecution.sync:2': [{Return: {Output: {a: 1}}}],
             'glue:startJobRun': [{Return: {JobRunId: 'j'}}],
             'aws-sdk:glue:getJobRun': [{Return: {JobRun: {Id: 'j', JobRunState: 'RUNNING'}}},
                 {Return: {JobRun: {Id: 'j', JobRunState: 'SUCCEEDED'}}}]}
            """);

    assertThat(output).isEqualTo(Asl.json("['t', true]"));
  }

  /** distributed-data-stream-aggregator, the children. */
  @Test
  void pagesAreFetchedInALoopInsideOfAMap() throws InterruptedException {
    JsonNode output =
        output(
            """
            A: {Type: 'Pass', Assign: {types: ['failed', 'rejected'], token: 'T'}, Next: 'Each'},
            Each: {Type: 'Map', Items: '{% $types %}', Next: 'Send',
                ItemProcessor: {ProcessorConfig: {Mode: 'INLINE'}, StartAt: 'Kind', States: {
                    Kind: {Type: 'Pass', Next: 'Get',
                        Assign: {kind: '{% $states.input%}', most: 2, offset: 0}},
                    Get: {Type: 'Task', Resource: 'arn:aws:states:::states:startExecution.sync:2',
                        Arguments: {Input: {type: '{% $kind %}', offset: '{% $offset %}'}},
                        Assign: {found: '{% $states.result.count %}',
                            offset: '{% $states.result.count + $number($offset) %}'}, Next: 'Any'},
                    Any: {Type: 'Choice', Default: 'None', Choices: [{Next: 'Put',
                        Condition: '{% $count($states.input.rows) > 0 %}',
                        Output: {data: '{% $states.input.rows %}'}}]},
                    Put: {Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:s3:putObject',
                        Arguments: {Body: '{% $string($states.input.data) %}',
                            Key: '{% "tmp/"&$kind&"/part-"&$millis()&".json" %}'}, Next: 'More'},
                    More: {Type: 'Choice', Default: 'Get', Choices: [{Next: 'None',
                        Condition: '{% $found < $most %}'}]},
                    None: {Type: 'Pass', Output: '{% $offset %}', End: true}}}},
            Send: {Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:sfn:sendTaskSuccess',
                Arguments: {Output: '{"status": "complete"}', TaskToken: '{% $token %}'},
                Output: '{% $states.input %}', End: true}
            """,
            "{}",
            """
            {'states:startExecution.sync:2': [{Return: {count: 2, rows: [{e: '"a"'}, {}]}},
                 {Return: {count: 1, rows: [{}]}}, {Return: {count: 0, rows: []}}],
             'aws-sdk:s3:putObject': [{Return: {}}], 'aws-sdk:sfn:sendTaskSuccess': [{Return: {}}]}
            """);

    assertThat(output).isEqualTo(Asl.json("[3, 0]"));
  }

  /** bedrock-evaluations-sam: branches that wait for what they have started. */
  @Test
  void branchesCreateThingsWaitAndPoll() throws InterruptedException {
    JsonNode output =
        output(
            """
            A: {Type: 'Parallel', End: true, Branches: [{StartAt: 'Create', States: {
                Create: {Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:bedrock:createBase',
                    Arguments: {Name: '{%$lowercase(\\'Base\\' & $uuid()) %}', Numbers: {Top: 3}},
                    Assign: {id: '{% $states.result.Base.Id %}'}, Next: 'Wait'},
                Wait: {Type: 'Wait', Seconds: 600, Next: 'Get'},
                Get: {Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:bedrock:getJob',
                    Arguments: {Id: '{% $id %}'}, Next: 'Done'},
                Done: {Type: 'Choice', Default: 'Wait', Choices: [
                    {Condition: '{% $states.input.Status = \\'Completed\\' %}', Next: 'Good'},
                    {Condition: '{% $states.input.Status = \\'Failed\\' %}', Next: 'Bad'}]},
                Good: {Type: 'Succeed'}, Bad: {Type: 'Fail'}}}]}
            """,
            "{}",
            """
            {'aws-sdk:bedrock:createBase': [{Return: {Base: {Id: 'b'}}}],
             'aws-sdk:bedrock:getJob': [{Return: {Status: 'InProgress'}},
                 {Return: {Status: 'Completed'}}]}
            """);

    assertThat(output).isEqualTo(Asl.json("[{Status: 'Completed'}]"));
  }

  /** shared-fallback-state-jsonata: one state for the failures of all. */
  @Test
  void theFailuresOfSeveralTasksComeToOneState() throws InterruptedException {
    String task =
        """
        Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke',
        Output: '{% $states.result.Payload %}', Arguments: {Payload: '{% $states.input %}'},
        Catch: [{ErrorEquals: ['States.ALL'], Next: 'Back',
            Output: {FailedStateName: '{% $states.context.State.Name %}'}}]
        """;
    JsonNode output =
        output(
            "A: {Next: 'B', %s}, B: {End: true, %s}, Back: {Type: 'Pass', End: true}"
                .formatted(task, task),
            "{}",
            "{'lambda:invoke': [{Return: {Payload: 1}}, {Throw: {Error: 'E', Cause: 'c'}}]}");

    assertThat(output).isEqualTo(Asl.json("{FailedStateName: 'B'}"));
  }
}

package coldbench.asl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** <a href="https://states-language.net/spec.html#map-state">Map state</a>, mode DISTRIBUTED. */
class DistributedMapStateTest {
  private static String map(String fields, String item) {
    return "Type: 'Map', End: true, "
        + fields
        + " ItemProcessor: {ProcessorConfig: {Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD'},"
        + " StartAt: 'I', States: {I: "
        + item
        + "}}";
  }

  private static final String TASK =
      "{Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true}";

  private static JsonNode failOdd(String resource, JsonNode arguments) throws TaskFailedException {
    if (arguments.intValue() % 2 == 1) {
      throw new TaskFailedException("Odd", arguments.toString());
    }
    return arguments;
  }

  @Test
  void eachItemIsAnExecutionOfItsOwn() throws InterruptedException {
    JsonNode children =
        Asl.output(
            "A: {"
                + map(
                    "Label: 'Blocks',",
                    "{Type: 'Pass', Output: '{% $states.context %}', End: true}")
                + "}",
            "['x', 'y']");

    assertThat(children).hasSize(2);
    JsonNode execution = children.get(1).path("Execution");
    String name = execution.path("Name").textValue();
    assertThat(name).isNotEqualTo(children.get(0).path("Execution").path("Name").textValue());
    assertThat(execution.path("Id").textValue())
        .isEqualTo("arn:aws:states:eu-central-1:123456789012:execution:bench/Blocks:" + name);
    assertThat(execution.path("Input").textValue()).isEqualTo("y");
    assertThat(children.get(1).has("Map")).isFalse();
  }

  @Test
  void anItemSeesNoVariableOfItsParent() throws InterruptedException {
    assertThat(
            Asl.output(
                "A: {Type: 'Pass', Assign: {x: 1}, Next: 'M'}, M: {"
                    + map("Items: [1],", "{Type: 'Pass', Output: '{% $exists($x) %}', End: true}")
                    + "}",
                "{}"))
        .isEqualTo(Asl.json("[false]"));
  }

  private static final String INPUT = "{Type: 'Pass', End: true}";

  @Test
  void aBatchHasSoManyItemsAndWhatAllBatchesGet() throws InterruptedException {
    assertThat(
            Asl.output(
                "A: {"
                    + map(
                        """
                        Items: '{% $states.input.list %}', ItemSelector: {n: '{% $states.context.Map.Item.Value %}'},
                        ItemBatcher: {MaxItemsPerBatch: '{% $states.input.most %}',
                            BatchInput: {run: '{% $states.input.run %}'}},
                        """,
                        INPUT)
                    + "}",
                "{list: [1, 2, 3], most: 2, run: 'r'}"))
        .isEqualTo(
            Asl.json(
                "[{BatchInput: {run: 'r'}, Items: [{n: 1}, {n: 2}]},"
                    + " {BatchInput: {run: 'r'}, Items: [{n: 3}]}]"));
  }

  @Test
  void aBatchHasSoManyBytesOfUtf8() throws InterruptedException {
    // {"Items":["€€","€€"]} has 12 characters around the items, which have 8 bytes each.
    String batches =
        "A: {"
            + map(
                "ItemBatcher: {MaxInputBytesPerBatch: '{% $states.input[0] %}'}, Items: '{% $states.input[1] %}',",
                INPUT)
            + "}";

    assertThat(Asl.output(batches, "[29, ['€€', '€€', '€€']]"))
        .isEqualTo(Asl.json("[{Items: ['€€', '€€']}, {Items: ['€€']}]"));
    assertThat(Asl.output(batches, "[28, ['€€', '€€', '€€']]")).hasSize(3);
    assertThat(Asl.output(batches, "[1, ['€€', '€€', '€€']]")).hasSize(3);
  }

  @Test
  void aBatchThatFailsIsAFailureOfAllItsItems() throws InterruptedException {
    String fields = "ItemBatcher: {MaxItemsPerBatch: 3}, ToleratedFailureCount: %d,";
    String states = "A: {" + map(fields, "{Type: 'Fail', Error: 'E'}") + "}";

    assertThat(Asl.output(states.formatted(3), "[1, 2, 3]")).hasSize(1);
    assertThat(Asl.failure(states.formatted(2), "[1, 2, 3]").error())
        .isEqualTo("States.ExceedToleratedFailureThreshold");
  }

  @Test
  void aBatchLargerThanAStateMayTakeFailsTheMap() throws InterruptedException {
    assertThat(
            Asl.failure(
                    "A: {"
                        + map(
                            "ItemBatcher: {MaxItemsPerBatch: 2, BatchInput: '{% $pad(\"\", 262140) %}'},",
                            INPUT)
                        + "}",
                    "[1, 2]")
                .error())
        .isEqualTo("States.DataLimitExceeded");
  }

  @Test
  void withoutToleranceOneFailedItemFailsTheState() throws InterruptedException {
    // Recorded: test_state_configuration.py, test_map_state_failure_count
    assertThat(
            Asl.failure(
                Asl.run(
                    Asl.machine("A: {" + map("", TASK) + "}"),
                    "[2, 3]",
                    DistributedMapStateTest::failOdd)))
        .isEqualTo(
            new ExecutionResult.Failed(
                "States.ExceedToleratedFailureThreshold",
                "The specified tolerated failure threshold was exceeded"));
  }

  @Test
  void aToleratedFailureStandsInTheResult() throws InterruptedException {
    assertThat(
            Asl.output(
                Asl.run(
                    Asl.machine("A: {" + map("ToleratedFailurePercentage: 50,", TASK) + "}"),
                    "[1, 2]",
                    DistributedMapStateTest::failOdd)))
        .isEqualTo(Asl.json("[{Error: 'Odd', Cause: '1'}, 2]"));
  }

  @Test
  void ofCountAndPercentageTheOneThatIsExceededFirstCounts() throws InterruptedException {
    StateMachine machine =
        Asl.machine(
            "A: {" + map("ToleratedFailureCount: 1, ToleratedFailurePercentage: 100,", TASK) + "}");

    assertThat(Asl.output(Asl.run(machine, "[1, 2]", DistributedMapStateTest::failOdd))).hasSize(2);
    assertThat(Asl.failure(Asl.run(machine, "[1, 2, 3]", DistributedMapStateTest::failOdd)).error())
        .isEqualTo("States.ExceedToleratedFailureThreshold");
  }

  @Test
  void itemsThatAJournalKnowsAreNotRunAgain() throws InterruptedException {
    Map<JsonNode, JsonNode> known = new HashMap<>();
    ItemJournal journal =
        new ItemJournal() {
          @Override
          public Optional<JsonNode> output(String state, JsonNode input) {
            return Optional.ofNullable(known.get(input));
          }

          @Override
          public void ended(String state, JsonNode input, JsonNode output) {
            known.put(input, output);
          }
        };
    StateMachine machine =
        Asl.machine("A: {" + map("ToleratedFailurePercentage: 100,", TASK) + "}");
    Engine engine = Asl.engine(new RecordedTime()).withJournal(journal);
    machine.run(Asl.request(Asl.json("[1, 2, 4]")), DistributedMapStateTest::failOdd, engine);
    List<JsonNode> calls = new ArrayList<>();

    ExecutionResult again =
        machine.run(
            Asl.request(Asl.json("[1, 2, 4]")),
            (resource, arguments) -> {
              calls.add(arguments);
              return Asl.json("'mended'");
            },
            engine);

    assertThat(calls).containsExactly(Asl.json("1"));
    assertThat(Asl.output(again)).isEqualTo(Asl.json("['mended', 2, 4]"));
  }
}

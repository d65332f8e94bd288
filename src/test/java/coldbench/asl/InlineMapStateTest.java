package coldbench.asl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** <a href="https://states-language.net/spec.html#map-state">Map state</a>, mode INLINE. */
class InlineMapStateTest {
  private static final String EACH = ", ItemProcessor: {StartAt: 'I', States: {I: ";

  @Test
  void theResultHasTheItemsOutputsInTheirOrder() throws InterruptedException {
    assertThat(
            Asl.output(
                "A: {Type: 'Map', Items: '{% $states.input.list %}', End: true"
                    + EACH
                    + "{Type: 'Pass', Output: '{% $states.input * 2 %}', End: true}}}}",
                "{list: [3, 1, 2]}"))
        .isEqualTo(Asl.json("[6, 2, 4]"));
  }

  @Test
  void anItemSelectorSeesTheItemItsIndexAndTheStatesInput() throws InterruptedException {
    assertThat(
            Asl.output(
                """
                A: {Type: 'Map', Items: ['x', 'y'], End: true, ItemSelector: {
                    i: '{% $states.context.Map.Item.Index %}',
                    v: '{% $states.context.Map.Item.Value %}', all: '{% $states.input.n %}'}
                """
                    + EACH
                    + "{Type: 'Pass', End: true}}}}",
                "{n: 5}"))
        .isEqualTo(Asl.json("[{i: 0, v: 'x', all: 5}, {i: 1, v: 'y', all: 5}]"));
  }

  @Test
  void aProcessorSeesTheItemInItsContext() throws InterruptedException {
    assertThat(
            Asl.output(
                "A: {Type: 'Map', End: true"
                    + EACH
                    + "{Type: 'Pass', Output: '{% $states.context.Map.Item.Index %}', End: true}}}}",
                "['x', 'y']"))
        .isEqualTo(Asl.json("[0, 1]"));
  }

  @Test
  void anItemReadsOuterVariablesAndKeepsItsOwn() throws InterruptedException {
    // Recorded: test_assign_base.py, test_base_cases[BASE_SCOPE_MAP]
    assertThat(
            Asl.output(
                """

                A: {Type: 'Pass', Assign: {x: 42}, Next: 'M'},
                M: {Type: 'Map', Items: [1, 2], Next: 'Z', ItemProcessor: {StartAt: 'I', States: {
                    I: {Type: 'Pass', Assign: {inner: '{% $x + $states.input %}'}, Next: 'J'},
                    J: {Type: 'Pass', Output: '{% $inner %}', End: true}}}},
                Z: {Type: 'Pass', Output: ['{% $states.input %}', '{% $exists($inner) %}'],
                    End: true}
                """,
                "{}"))
        .isEqualTo(Asl.json("[[43, 44], false]"));
  }

  @Test
  void aFailedItemFailsTheStateAndStartsNoFurtherOne() throws InterruptedException {
    AtomicInteger calls = new AtomicInteger();

    ExecutionResult result =
        Asl.run(
            Asl.machine(
                "A: {Type: 'Map', Items: [1, 2, 3], End: true"
                    + EACH
                    + "{Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true}}}}"),
            "{}",
            (resource, arguments) -> {
              if (calls.incrementAndGet() == 2) {
                throw new TaskFailedException("Second", "item");
              }
              return arguments;
            });

    assertThat(Asl.failure(result)).isEqualTo(new ExecutionResult.Failed("Second", "item"));
    assertThat(calls).hasValue(2);
  }

  @Test
  void neverMoreItemsRunAtOnceThanTheDefinitionAndTheEngineAllow() throws InterruptedException {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();

    Asl.machine(
            "A: {Type: 'Map', Items: '{% [1..50] %}', MaxConcurrency: 3, End: true"
                + EACH
                + "{Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true}}}}")
        .run(
            Asl.request(Asl.json("{}")),
            (resource, arguments) -> {
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              Thread.sleep(1);
              now.decrementAndGet();
              return arguments;
            },
            Engine.system());

    assertThat(most.get()).isBetween(1, 3);
  }

  @Test
  void whatIsNoListFailsTheState() throws InterruptedException {
    // Recorded: test_base_scenarios.py, test_map_state_items_eval_jsonata_fail[object]
    String map = "A: {Type: 'Map', Items: '{% $states.input %}', End: true";
    assertThat(Asl.failure(map + EACH + "{Type: 'Pass', End: true}}}}", "{foo: 'bar'}").cause())
        .endsWith(
            "specified for the field 'Items' returned an unexpected result type. Expected 'array',"
                + " but was 'object' for value: {\"foo\":\"bar\"}");
    // Recorded: test_base_scenarios.py, test_map_state_items_input_types[number]
    assertThat(
            Asl.failure("A: {Type: 'Map', End: true" + EACH + "{Type: 'Pass', End: true}}}}", "1")
                .cause())
        .endsWith("Map state input must be an array but was: 1");
  }
}

package coldbench.deploy.machine;

import static coldbench.deploy.machine.Expressions.field;
import static coldbench.deploy.machine.Expressions.inline;

import java.util.Map;
import software.amazon.awscdk.services.stepfunctions.DistributedMap;
import software.amazon.awscdk.services.stepfunctions.DistributedMapJsonataProps;
import software.amazon.awscdk.services.stepfunctions.IChainable;
import software.amazon.awscdk.services.stepfunctions.MapJsonataProps;
import software.amazon.awscdk.services.stepfunctions.PassJsonataProps;
import software.amazon.awscdk.services.stepfunctions.ProvideItems;
import software.amazon.awscdk.services.stepfunctions.StateMachineType;
import software.constructs.Construct;

/**
 * The blocks of a run, in batches, after each of which it is looked whether to go on; in each a
 * trial of every function, one after the other: side by side they would be another experiment than
 * the one that runs locally. Blocks are one after the other too, in each lane, which has copies of
 * the functions of its own.
 */
final class BlockStates {
  private static final int LOOKS_HELD = 2;

  private final Construct scope;
  private final States states;
  private final Tasks tasks;

  BlockStates(Construct scope, Tasks tasks) {
    this.scope = scope;
    this.states = new States(scope);
    this.tasks = tasks;
  }

  /**
   * A block is a child execution, or several where it has very many calls, which keeps every
   * history short. It sees no variable of its parent: all that it needs is handed over.
   *
   * @param end what follows, also after an error
   */
  IChainable states(IChainable end) {
    DistributedMap blocks =
        DistributedMap.jsonata(
            scope,
            "RunBlocks",
            DistributedMapJsonataProps.builder()
                .label("Blocks")
                .mapExecutionType(StateMachineType.STANDARD)
                .maxConcurrency(tasks.lanes())
                .toleratedFailurePercentage(100)
                .items(ProvideItems.jsonata(field("RunBlocks.Items")))
                .itemSelector(
                    Ordered.map(
                        "lane", inline("$states.context.Map.Item.Value.lane"),
                        "lanes", inline("$limits.lanes"),
                        "blocks", inline("$states.context.Map.Item.Value.blocks"),
                        "functions", field("RunBlocks.functions"),
                        "run", inline("$plan.run"),
                        "bucket", inline("$bucket"),
                        "warm", inline("$plan.warm"),
                        "n", inline("$plan.n"),
                        "expected", inline("$expected")))
                .assign(Ordered.map("results", field("RunBlocks.results")))
                .outputs(Map.of())
                .build());
    blocks.itemProcessor(trials());
    blocks.addCatch(end, CatchProperties.inRun());
    blocks.next(assess(blocks, end));
    return blocks;
  }

  /**
   * Whether the run is at its end: it is measured as often as it was to be, or so precisely, or it
   * is of no use to go on. A precision has to be found twice in a row, since what looks precise by
   * chance ends a run early.
   */
  private IChainable assess(IChainable blocks, IChainable end) {
    Map<String, Object> nextBatch =
        Ordered.map("from", inline("$upTo"), "upTo", inline("$plan.ends[$ > $upTo][0]"));
    return states
        .pass(
            "AssessRun",
            PassJsonataProps.builder()
                .assign(
                    Ordered.map(
                        "precision", field("AssessRun.precision"),
                        "failing", field("AssessRun.failing")))
                .outputs(Map.of()))
        .next(
            states
                .choice("IsRunOver", nextBatch)
                .when(
                    States.condition("$upTo < $plan.rounds and $count($failing) > 0"),
                    end,
                    States.assigning(
                        "blocksError",
                        States.error(
                            "StoppedEarly",
                            "'after ' & $upTo & ' rounds it was of no use to go on ('"
                                + " & $join($failing, '; ') & ')'")))
                .when(
                    States.condition("$upTo = $plan.rounds or $precision.held >= " + LOOKS_HELD),
                    end)
                .otherwise(blocks));
  }

  private IChainable trials() {
    Map<String, Object> trial =
        Ordered.map(
            "label", of("label"),
            "name", field("RunTrials.name"),
            "event", of("event"),
            "expect", of("expect"),
            "tells", of("tells"),
            "memoryMb", inline("$states.context.Map.Item.Value.memoryMb"),
            "round", inline("$states.context.Map.Item.Value.round"),
            "lane", inline("$states.input.lane"),
            "lanes", inline("$states.input.lanes"),
            "run", inline("$states.input.run"),
            "bucket", inline("$states.input.bucket"),
            "warm", inline("$states.input.warm"),
            "n", inline("$states.input.n"),
            "expected", inline("$states.input.expected"));
    if (tasks.warmsUp()) {
      trial.put("before", of("before"));
    }
    if (tasks.publishes()) {
      trial.put("snapStart", of("snapStart"));
    }
    return software.amazon.awscdk.services.stepfunctions.Map.jsonata(
            scope,
            "RunTrials",
            MapJsonataProps.builder()
                .maxConcurrency(1)
                .items(ProvideItems.jsonata(field("RunTrials.Items")))
                .itemSelector(trial)
                .outputs(field("RunTrials.Output"))
                .build())
        .itemProcessor(new TrialStates(scope, tasks).states());
  }

  /** A field of the function that a trial measures. */
  private static String of(String field) {
    return inline("$states.input.functions[label = $states.context.Map.Item.Value.label]." + field);
  }
}

package coldbench.deploy;

import static coldbench.deploy.Expressions.field;
import static coldbench.deploy.Expressions.inline;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.stepfunctions.CatchProps;
import software.amazon.awscdk.services.stepfunctions.Choice;
import software.amazon.awscdk.services.stepfunctions.ChoiceJsonataProps;
import software.amazon.awscdk.services.stepfunctions.ChoiceTransitionOptions;
import software.amazon.awscdk.services.stepfunctions.Condition;
import software.amazon.awscdk.services.stepfunctions.DistributedMap;
import software.amazon.awscdk.services.stepfunctions.DistributedMapJsonataProps;
import software.amazon.awscdk.services.stepfunctions.Fail;
import software.amazon.awscdk.services.stepfunctions.FailJsonataProps;
import software.amazon.awscdk.services.stepfunctions.IChainable;
import software.amazon.awscdk.services.stepfunctions.MapJsonataProps;
import software.amazon.awscdk.services.stepfunctions.Pass;
import software.amazon.awscdk.services.stepfunctions.PassJsonataProps;
import software.amazon.awscdk.services.stepfunctions.ProvideItems;
import software.amazon.awscdk.services.stepfunctions.StateMachineType;
import software.amazon.awscdk.services.stepfunctions.Succeed;
import software.amazon.awscdk.services.stepfunctions.SucceedJsonataProps;
import software.amazon.awscdk.services.stepfunctions.tasks.CallAwsService;
import software.constructs.Construct;

/**
 * A run around its trials: what was asked for is validated, the functions are described, the blocks
 * run one after the other, the functions get their configuration back, the summary is put.
 */
final class RunStates {
  private static final int TRIALS = 2500;
  private static final int ROUNDS = 1000;
  private static final int WARM = 100;

  private final Construct scope;
  private final Tasks tasks;
  private final String machineArn;

  RunStates(Construct scope, Tasks tasks, String machineArn) {
    this.scope = scope;
    this.tasks = tasks;
    this.machineArn = machineArn;
  }

  /**
   * @param available label, name and deployed memory of every function
   */
  IChainable states(String bucket, List<Map<String, Object>> available) {
    Pass settings =
        pass(
            "Settings",
            PassJsonataProps.builder()
                .assign(
                    Ordered.map(
                        "bucket",
                        bucket,
                        "available",
                        available,
                        "limits",
                        Ordered.map("trials", TRIALS, "rounds", ROUNDS, "warm", WARM))));
    return settings.next(validate()).next(valid(describe()));
  }

  private Pass validate() {
    return pass("Validate", PassJsonataProps.builder().outputs(field("validate")));
  }

  private Choice valid(IChainable next) {
    return choice("Valid")
        .when(
            Condition.jsonata(inline("$exists($states.input.plan)")),
            next,
            ChoiceTransitionOptions.builder()
                .assign(
                    Ordered.map(
                        "plan",
                        inline("$states.input.plan"),
                        "order",
                        field("order"),
                        "blocksError",
                        Map.of(),
                        "expected",
                        Ordered.map(
                            "fibResult",
                            field("fibonacci"),
                            "allocItems",
                            100_000,
                            "checksum",
                            333_328_333_350_000L)))
                .outputs(Map.of())
                .build())
        .otherwise(fail("InvalidInput", inline("$states.input.cause")));
  }

  private IChainable describe() {
    CallAwsService describe =
        tasks.state(
            "DescribeFunction",
            tasks.getFunction(inline("$states.input.name")).outputs(field("description")));
    describe.addRetry(Retries.API);
    return software.amazon.awscdk.services.stepfunctions.Map.jsonata(
            scope,
            "Describe",
            MapJsonataProps.builder()
                .items(ProvideItems.jsonata(inline("$plan.functions")))
                .assign(Ordered.map("functions", inline("$states.result")))
                .outputs(Map.of())
                .build())
        .itemProcessor(describe)
        .next(running());
  }

  /**
   * The functions' configuration is shared: a second run is refused. Seen from the executions
   * themselves, so nothing stays locked after a run that was aborted.
   */
  private IChainable running() {
    CallAwsService running =
        tasks.state("Running", tasks.listExecutions(machineArn).outputs(field("running")));
    running.addRetry(Retries.ANY);
    return running.next(
        choice("Alone")
            .when(
                Condition.jsonata(inline("$exists($states.input.run)")),
                fail("RunInProgress", field("run-in-progress")))
            .otherwise(putRun().next(blocks())));
  }

  private CallAwsService putRun() {
    CallAwsService put =
        tasks.state(
            "PutRun",
            tasks
                .putObject(
                    inline("$bucket"), inline("'runs/' & $plan.run & '/run.json'"), field("run"))
                .outputs(Map.of()));
    put.addRetry(Retries.ANY);
    return put;
  }

  /**
   * A block is a child execution, which keeps every history short. It sees no variable of its
   * parent: all that it needs is handed over.
   */
  private IChainable blocks() {
    IChainable restore = restore();
    DistributedMap blocks =
        DistributedMap.jsonata(
            scope,
            "Blocks",
            DistributedMapJsonataProps.builder()
                .label("Blocks")
                .mapExecutionType(StateMachineType.STANDARD)
                .maxConcurrency(1)
                .toleratedFailurePercentage(100)
                .items(ProvideItems.jsonata(inline("$order")))
                .itemSelector(
                    Ordered.map(
                        "memoryMb", inline("$states.context.Map.Item.Value.memoryMb"),
                        "round", inline("$states.context.Map.Item.Value.round"),
                        "functions", field("block"),
                        "run", inline("$plan.run"),
                        "bucket", inline("$bucket"),
                        "warm", inline("$plan.warm"),
                        "n", inline("$plan.n"),
                        "expected", inline("$expected")))
                .assign(
                    Ordered.map(
                        "results",
                        inline("[$filter($states.result, function($r) { $exists($r.trials) })]")))
                .outputs(Map.of())
                .build());
    blocks.itemProcessor(trials());
    blocks.addCatch(
        restore,
        CatchProps.builder()
            .assign(Ordered.map("results", List.of(), "blocksError", Caught.ERROR))
            .outputs(Map.of())
            .build());
    return blocks.next(restore);
  }

  private IChainable trials() {
    return software.amazon.awscdk.services.stepfunctions.Map.jsonata(
            scope,
            "Trials",
            MapJsonataProps.builder()
                .items(ProvideItems.jsonata(inline("$states.input.functions")))
                .itemSelector(
                    Ordered.map(
                        "label", inline("$states.context.Map.Item.Value.label"),
                        "name", inline("$states.context.Map.Item.Value.name"),
                        "memoryMb", inline("$states.input.memoryMb"),
                        "round", inline("$states.input.round"),
                        "run", inline("$states.input.run"),
                        "bucket", inline("$states.input.bucket"),
                        "warm", inline("$states.input.warm"),
                        "n", inline("$states.input.n"),
                        "expected", inline("$states.input.expected")))
                .outputs(
                    inline(
                        "{ 'memoryMb': $states.input.memoryMb, 'trials': $merge($states.result) }"))
                .build())
        .itemProcessor(new TrialStates(scope, tasks).states());
  }

  private IChainable restore() {
    CallAwsService restore =
        tasks.state(
            "RestoreFunction",
            tasks
                .updateFunction(
                    inline("$states.input.name"),
                    inline("$states.input.restore.memoryMb"),
                    inline("$states.input.restore.variables"))
                .outputs(Ordered.map("label", inline("$states.input.label"), "restored", true)));
    restore.addRetry(Retries.RESTORE);
    restore.addCatch(
        pass("NotRestored", PassJsonataProps.builder()),
        CatchProps.builder()
            .outputs(
                Ordered.map(
                    "label",
                    inline("$states.input.label"),
                    "restored",
                    false,
                    "error",
                    Caught.ERROR))
            .build());
    return software.amazon.awscdk.services.stepfunctions.Map.jsonata(
            scope,
            "Restore",
            MapJsonataProps.builder()
                .items(ProvideItems.jsonata(inline("$functions")))
                .assign(Ordered.map("restored", inline("$states.result")))
                .outputs(Map.of())
                .build())
        .itemProcessor(restore)
        .next(pass("Summarize", PassJsonataProps.builder().outputs(field("summary"))))
        .next(putSummary())
        .next(complete());
  }

  private CallAwsService putSummary() {
    CallAwsService put =
        tasks.state(
            "PutSummary",
            tasks
                .putObject(
                    inline("$bucket"),
                    inline("'runs/' & $plan.run & '/summary.json'"),
                    inline("$states.input"))
                .outputs(inline("$states.input")));
    put.addRetry(Retries.ANY);
    return put;
  }

  /** A run never succeeds with samples missing. */
  private Choice complete() {
    return choice("Complete")
        .when(
            Condition.jsonata(
                inline(
                    "$states.input.complete = $states.input.trials"
                        + " and $count($states.input.notRestored) = 0")),
            Succeed.jsonata(
                scope,
                "Done",
                SucceedJsonataProps.builder()
                    .outputs(
                        Ordered.map(
                            "run", inline("$plan.run"),
                            "bucket", inline("$bucket"),
                            "summary", inline("'runs/' & $plan.run & '/summary.json'"),
                            "trials", inline("$states.input.trials")))
                    .build()))
        .otherwise(fail("IncompleteRun", field("incomplete")));
  }

  private Pass pass(String name, PassJsonataProps.Builder props) {
    return Pass.jsonata(scope, name, props.build());
  }

  private Choice choice(String name) {
    return Choice.jsonata(scope, name, ChoiceJsonataProps.builder().build());
  }

  private Fail fail(String error, String cause) {
    return Fail.jsonata(scope, error, FailJsonataProps.builder().error(error).cause(cause).build());
  }
}

package coldbench.deploy.machine;

import static coldbench.deploy.machine.Expressions.field;
import static coldbench.deploy.machine.Expressions.inline;

import java.util.Map;
import software.amazon.awscdk.services.stepfunctions.CatchProps;
import software.amazon.awscdk.services.stepfunctions.Chain;
import software.amazon.awscdk.services.stepfunctions.Choice;
import software.amazon.awscdk.services.stepfunctions.IChainable;
import software.amazon.awscdk.services.stepfunctions.MapJsonataProps;
import software.amazon.awscdk.services.stepfunctions.PassJsonataProps;
import software.amazon.awscdk.services.stepfunctions.ProvideItems;
import software.amazon.awscdk.services.stepfunctions.Succeed;
import software.amazon.awscdk.services.stepfunctions.SucceedJsonataProps;
import software.amazon.awscdk.services.stepfunctions.tasks.CallAwsService;
import software.constructs.Construct;

/**
 * The end of a run, however it went: the functions get their configuration back, the summary is
 * put, and the execution fails where anything is missing.
 */
final class EndStates {
  private final Construct scope;
  private final States states;
  private final Tasks tasks;

  EndStates(Construct scope, Tasks tasks) {
    this.scope = scope;
    this.states = new States(scope);
    this.tasks = tasks;
  }

  /** The first state, with all that follow. */
  IChainable states() {
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
        states.pass("ReportNotRestored", PassJsonataProps.builder()),
        CatchProps.builder()
            .outputs(
                Ordered.map(
                    "label",
                    inline("$states.input.label"),
                    "restored",
                    false,
                    "error",
                    CatchProperties.ERROR))
            .build());
    software.amazon.awscdk.services.stepfunctions.Map all =
        software.amazon.awscdk.services.stepfunctions.Map.jsonata(
            scope,
            "RestoreFunctions",
            MapJsonataProps.builder()
                .maxConcurrency(1)
                .items(ProvideItems.jsonata(field("RestoreFunctions.Items")))
                .assign(Ordered.map("restored", inline("$states.result")))
                .outputs(Map.of())
                .build());
    all.itemProcessor(restore);
    Chain restored =
        tasks.publishes() ? all.next(new SweepStates(scope, tasks).states()) : Chain.start(all);
    return restored
        .next(
            states.pass("Summarize", PassJsonataProps.builder().outputs(field("Summarize.Output"))))
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
    return states
        .choice("IsRunComplete")
        .when(
            States.condition(
                "$states.input.complete = $states.input.trials"
                    + " and $count($states.input.notRestored) = 0"),
            Succeed.jsonata(
                scope,
                "CompleteRun",
                SucceedJsonataProps.builder()
                    .outputs(
                        Ordered.map(
                            "run", inline("$plan.run"),
                            "bucket", inline("$bucket"),
                            "summary", inline("'runs/' & $plan.run & '/summary.json'"),
                            "trials", inline("$states.input.trials")))
                    .build()))
        .otherwise(states.fail("IncompleteRun", field("IncompleteRun.Cause")));
  }
}

package coldbench.deploy.machine;

import static coldbench.deploy.machine.Expressions.field;
import static coldbench.deploy.machine.Expressions.inline;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.stepfunctions.CatchProps;
import software.amazon.awscdk.services.stepfunctions.MapJsonataProps;
import software.amazon.awscdk.services.stepfunctions.Pass;
import software.amazon.awscdk.services.stepfunctions.PassJsonataProps;
import software.amazon.awscdk.services.stepfunctions.ProvideItems;
import software.amazon.awscdk.services.stepfunctions.tasks.CallAwsService;
import software.constructs.Construct;

/**
 * Deletes the versions that trials of this run could not delete, and those that a run left behind
 * that was aborted. Versions that somebody else published are let alone.
 */
final class SweepStates {
  private final Construct scope;
  private final States states;
  private final Tasks tasks;

  SweepStates(Construct scope, Tasks tasks) {
    this.scope = scope;
    this.states = new States(scope);
    this.tasks = tasks;
  }

  /** One state; what it cannot delete counts as not restored. */
  software.amazon.awscdk.services.stepfunctions.Map states() {
    return software.amazon.awscdk.services.stepfunctions.Map.jsonata(
            scope,
            "SweepFunctions",
            MapJsonataProps.builder()
                .maxConcurrency(1)
                .items(ProvideItems.jsonata(field("SweepFunctions.Items")))
                .assign(Ordered.map("restored", inline("$append($restored, $states.result)")))
                .outputs(Map.of())
                .build())
        .itemProcessor(versions());
  }

  private CallAwsService versions() {
    Pass left =
        states.pass(
            "ReportVersionsLeft",
            PassJsonataProps.builder().outputs(field("ReportVersionsLeft.Output")));
    CallAwsService list =
        tasks.state(
            "ListVersions",
            tasks.listVersions(inline("$states.input.name")).outputs(field("ListVersions.Output")));
    list.addRetry(Retries.RESTORE);
    list.addCatch(left);
    software.amazon.awscdk.services.stepfunctions.Map delete =
        software.amazon.awscdk.services.stepfunctions.Map.jsonata(
            scope,
            "DeleteLeftovers",
            MapJsonataProps.builder()
                .maxConcurrency(1)
                .items(ProvideItems.jsonata(inline("$states.input.leftovers")))
                .outputs(Ordered.map("label", inline("$states.input.label"), "restored", true))
                .build());
    delete.itemProcessor(deleteLeftover());
    delete.addCatch(left);
    list.next(delete);
    return list;
  }

  private CallAwsService deleteLeftover() {
    CallAwsService delete =
        tasks.state(
            "DeleteLeftover",
            tasks
                .deleteVersion(inline("$states.input.name"), inline("$states.input.version"))
                .outputs(Map.of()));
    delete.addRetry(Retries.RESTORE);
    // Where the answer to an earlier attempt was lost.
    delete.addCatch(
        states.pass("IgnoreMissingVersion", PassJsonataProps.builder()),
        CatchProps.builder()
            .errors(List.of("Lambda.ResourceNotFoundException"))
            .outputs(Map.of())
            .build());
    return delete;
  }
}

package coldbench.deploy.machine;

import static coldbench.deploy.machine.Expressions.field;
import static coldbench.deploy.machine.Expressions.inline;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.stepfunctions.CatchProps;
import software.amazon.awscdk.services.stepfunctions.Choice;
import software.amazon.awscdk.services.stepfunctions.IChainable;
import software.amazon.awscdk.services.stepfunctions.Wait;
import software.amazon.awscdk.services.stepfunctions.WaitJsonataProps;
import software.amazon.awscdk.services.stepfunctions.WaitTime;
import software.amazon.awscdk.services.stepfunctions.tasks.CallAwsService;
import software.constructs.Construct;

/**
 * How a function with SnapStart is made to start cold: its forced configuration is published as a
 * version, of which Lambda takes a snapshot; that version is called, and deleted afterwards. Other
 * functions pass these states by.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-activate.html">Activating
 *     and managing Lambda SnapStart</a>
 */
final class VersionStates {
  /**
   * Init before a snapshot may take 130 s, or the function's own timeout where that is longer; the
   * snapshot comes on top.
   */
  private static final int POLLS = 90;

  private static final int SECONDS_BETWEEN = 10;

  private final Construct scope;
  private final States states;
  private final Tasks tasks;
  private final Choice hasVersion;
  private final Choice isColdStartNeeded;

  VersionStates(Construct scope, Tasks tasks) {
    this.scope = scope;
    this.states = new States(scope);
    this.tasks = tasks;
    this.hasVersion = states.choice("HasVersion");
    this.isColdStartNeeded = states.choice("IsColdStartNeeded");
  }

  /** What stands between a settled configuration and its first call. */
  IChainable publish(IChainable call) {
    CallAwsService publish = publishVersion();
    CallAwsService poll = pollSnapshot();
    for (CallAwsService task : List.of(publish, poll)) {
      task.addRetry(Retries.API);
      task.addCatch(hasVersion, CatchProperties.inTrial());
    }
    Wait wait =
        Wait.jsonata(
            scope,
            "WaitForSnapshot",
            WaitJsonataProps.builder()
                .time(WaitTime.duration(Duration.seconds(SECONDS_BETWEEN)))
                .build());
    publish.next(wait);
    wait.next(poll).next(isSnapshotReady(wait, call));
    return states
        .choice("HasSnapStart")
        .when(States.condition("$trial.snapStart"), publish)
        .otherwise(call);
  }

  private CallAwsService publishVersion() {
    return tasks.state(
        "PublishVersion",
        tasks
            .publishVersion(inline("$trial.name"), inline("'coldbench ' & $benchRun"))
            .assign(Ordered.map("version", inline("$states.result.Version"), "polls", 0))
            .outputs(Map.of()));
  }

  private CallAwsService pollSnapshot() {
    return tasks.state(
        "PollSnapshot",
        tasks
            .getVersion(inline("$trial.name"), inline("$version"))
            .assign(Ordered.map("polls", inline("$polls + 1"), "allPolls", inline("$allPolls + 1")))
            .outputs(field("PollSnapshot.Output")));
  }

  private Choice isSnapshotReady(Wait wait, IChainable call) {
    return states
        .choice("IsSnapshotReady")
        .when(
            States.condition("$states.input.state = 'Failed'"),
            hasVersion,
            States.failing(
                "SnapshotFailed",
                "$exists($states.input.reason) ? $states.input.reason : 'no reason given'"))
        .when(
            States.condition("$states.input.state = 'Active' and $not($states.input.own)"),
            hasVersion,
            States.failing(
                "Disturbed", "'another update was published: is somebody deploying or measuring?'"))
        .when(States.condition("$states.input.state = 'Active'"), call)
        .when(
            States.condition("$polls >= " + POLLS),
            hasVersion,
            States.failing(
                "SnapshotTooSlow",
                "'no snapshot after " + POLLS + " polls, state ' & $states.input.state"))
        .otherwise(wait);
  }

  /** Where a trial goes that is done with its version, or has none. */
  IChainable release() {
    return hasVersion;
  }

  /**
   * What follows when the version is deleted; one that cannot be is left to the end of the run.
   *
   * @param again what forces the next cold start, where none was measured and nothing failed
   * @param put what follows otherwise
   */
  void thenGoTo(IChainable again, IChainable put) {
    CallAwsService delete =
        tasks.state(
            "DeleteVersion",
            tasks
                .deleteVersion(inline("$trial.name"), inline("$version"))
                .assign(Ordered.map("version", inline("''")))
                .outputs(Map.of()));
    delete.addRetry(Retries.API);
    delete.addCatch(
        isColdStartNeeded,
        CatchProps.builder()
            .assign(Ordered.map("version", inline("''")))
            .outputs(Map.of())
            .build());
    delete.next(isColdStartNeeded);
    hasVersion.when(States.condition("$version != ''"), delete).otherwise(isColdStartNeeded);
    isColdStartNeeded
        .when(States.condition("$count($samples) = 0 and $not($exists($error.name))"), again)
        .otherwise(put);
  }
}

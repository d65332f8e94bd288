package coldbench.deploy.machine;

import static coldbench.deploy.machine.Expressions.field;
import static coldbench.deploy.machine.Expressions.inline;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.stepfunctions.Choice;
import software.amazon.awscdk.services.stepfunctions.IChainable;
import software.amazon.awscdk.services.stepfunctions.Wait;
import software.amazon.awscdk.services.stepfunctions.WaitJsonataProps;
import software.amazon.awscdk.services.stepfunctions.WaitTime;
import software.amazon.awscdk.services.stepfunctions.tasks.CallAwsService;
import software.constructs.Construct;

/**
 * How a function is made to start cold: its configuration is changed, and the change is waited for.
 */
final class ForceStates {
  private static final int POLLS = 30;
  private static final int LANES_AT_ONCE = 7;

  private final Construct scope;
  private final States states;
  private final Tasks tasks;

  ForceStates(Construct scope, Tasks tasks) {
    this.scope = scope;
    this.states = new States(scope);
    this.tasks = tasks;
  }

  /**
   * The first state, to which a repeated force goes back.
   *
   * @param call what follows
   * @param put where a trial goes that has failed
   */
  IChainable states(IChainable call, IChainable put) {
    CallAwsService read = readConfiguration();
    CallAwsService force = forceColdStart();
    Wait wait = waitForUpdate();
    CallAwsService poll = pollUpdate();
    for (CallAwsService task : List.of(read, force, poll)) {
      task.addRetry(Retries.API);
      task.addCatch(put, CatchProperties.inTrial());
    }
    if (tasks.lanes() > LANES_AT_ONCE) {
      read.next(waitForTurn()).next(force);
    } else {
      read.next(force);
    }
    force.next(wait);
    wait.next(poll).next(isUpdateDone(wait, call, put));
    return read;
  }

  /** With few lanes there are never more requests than an account's control plane takes. */
  private Wait waitForTurn() {
    return Wait.jsonata(
        scope,
        "WaitForTurn",
        WaitJsonataProps.builder()
            .time(WaitTime.timestamp(field("WaitForTurn.Timestamp")))
            .build());
  }

  private CallAwsService readConfiguration() {
    return tasks.state(
        "ReadConfiguration",
        tasks
            .getFunction(inline("$trial.name"))
            .assign(
                Ordered.map(
                    "before",
                    inline("$states.result.Configuration.RevisionId"),
                    "variables",
                    inline("$merge([{}, $states.result.Configuration.Environment.Variables])")))
            .outputs(Map.of()));
  }

  /** The update replaces all variables: the function's own are handed over with the fresh one. */
  private CallAwsService forceColdStart() {
    String fresh = "$trial.run & '/' & $states.context.State.EnteredTime";
    return tasks.state(
        "ForceColdStart",
        tasks
            .updateFunction(
                inline("$trial.name"),
                inline("$trial.memoryMb"),
                inline("$merge([$variables, {'BENCH_RUN': " + fresh + "}])"))
            .assign(
                Ordered.map(
                    "benchRun",
                    inline(fresh),
                    "forcedAt",
                    inline("$states.context.State.EnteredTime"),
                    "attempts",
                    inline("$attempts + 1"),
                    "polls",
                    0))
            .outputs(Map.of()));
  }

  /**
   * The first look comes at once, since most updates are through by then. An old sandbox may answer
   * for tens of seconds after an update, so a repeated force waits longer each time, 90 s in all.
   * Between looks two seconds pass: an account's control plane takes 15 calls a second for all.
   */
  private Wait waitForUpdate() {
    return Wait.jsonata(
        scope,
        "WaitForUpdate",
        WaitJsonataProps.builder()
            .time(
                WaitTime.seconds(
                    inline("$polls > 0 ? 2 : [0, 2, 4, 8, 16, 30, 30][$attempts - 1]")))
            .build());
  }

  private CallAwsService pollUpdate() {
    return tasks.state(
        "PollUpdate",
        tasks
            .getFunction(inline("$trial.name"))
            .assign(Ordered.map("polls", inline("$polls + 1"), "allPolls", inline("$allPolls + 1")))
            .outputs(field("PollUpdate.Output")));
  }

  private Choice isUpdateDone(Wait wait, IChainable call, IChainable put) {
    return states
        .choice("IsUpdateDone")
        .when(
            States.condition("$states.input.fresh and $states.input.status = 'Failed'"),
            put,
            States.failing(
                "UpdateFailed",
                "$exists($states.input.reason) ? $states.input.reason : 'no reason given'"))
        .when(
            States.condition(
                "$states.input.fresh and $states.input.status = 'Successful'"
                    + " and $not($states.input.own)"),
            put,
            States.failing(
                "Disturbed", "'another update came between: is somebody deploying or measuring?'"))
        .when(States.condition("$states.input.fresh and $states.input.status = 'Successful'"), call)
        .when(
            States.condition("$polls >= " + POLLS),
            put,
            States.failing(
                "UpdateTooSlow",
                "'not settled after " + POLLS + " polls, status ' & $states.input.status"))
        .otherwise(wait);
  }
}

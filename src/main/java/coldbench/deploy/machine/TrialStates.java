package coldbench.deploy.machine;

import static coldbench.deploy.machine.Expressions.field;
import static coldbench.deploy.machine.Expressions.inline;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.stepfunctions.CatchProps;
import software.amazon.awscdk.services.stepfunctions.CustomState;
import software.amazon.awscdk.services.stepfunctions.IChainable;
import software.amazon.awscdk.services.stepfunctions.Pass;
import software.amazon.awscdk.services.stepfunctions.PassJsonataProps;
import software.amazon.awscdk.services.stepfunctions.tasks.CallAwsService;
import software.constructs.Construct;

/**
 * One trial: one function, forced cold, called once cold and then warm, and its object put. A trial
 * that cannot be completed is put as well, with its error and what was measured so far.
 */
final class TrialStates {
  private final Construct scope;
  private final States states;
  private final Tasks tasks;

  TrialStates(Construct scope, Tasks tasks) {
    this.scope = scope;
    this.states = new States(scope);
    this.tasks = tasks;
  }

  /** The first state, with all that follow. */
  IChainable states() {
    CallAwsService put = put();
    CallStates calls = new CallStates(scope, tasks);
    CustomState call = calls.call();
    call.addRetry(Retries.INVOKE);
    ForceStates forces = new ForceStates(scope, tasks);
    if (!tasks.publishes()) {
      call.addCatch(put, CatchProperties.inTrial());
      IChainable force = forces.states(call, put);
      call.next(calls.judge(force, call, put));
      return begin().next(force);
    }
    call.addRetry(Retries.SNAPSHOT);
    VersionStates versions = new VersionStates(scope, tasks);
    IChainable release = versions.release();
    call.addCatch(release, CatchProperties.inTrial());
    IChainable force = forces.states(versions.publish(call), release);
    call.next(calls.judge(release, call, release));
    versions.thenGoTo(force, put);
    return begin().next(force);
  }

  private Pass begin() {
    Map<String, Object> variables =
        Ordered.map(
            "trial", inline("$states.input"),
            "attempts", 0,
            "forcedAt", inline("''"),
            "polls", 0,
            "allPolls", 0,
            "misses", 0,
            "samples", List.of(),
            "parts", List.of(),
            "discarded", List.of(),
            "sandbox", inline("''"),
            "error", Map.of());
    if (tasks.publishes()) {
      variables.put("version", inline("''"));
    }
    return states.pass(
        "BeginTrial", PassJsonataProps.builder().assign(variables).outputs(Map.of()));
  }

  /** The bucket refusing an object is not the end: the trial counts as failed, others go on. */
  private CallAwsService put() {
    String key =
        "'runs/' & $trial.run & '/trials/' & $trial.label & '/' & $trial.memoryMb & '/'"
            + " & $trial.round & '.json'";
    CallAwsService put =
        tasks.state(
            "PutTrial",
            tasks
                .putObject(inline("$trial.bucket"), inline(key), field("PutTrial.Body"))
                .outputs(field("PutTrial.Output")));
    put.addRetry(Retries.ANY);
    put.addCatch(
        states.pass("CountTrialAsFailed", PassJsonataProps.builder()),
        CatchProps.builder().outputs(inline("{ $trial.label: 'NotStored' }")).build());
    return put;
  }
}

package coldbench.deploy;

import static coldbench.deploy.Expressions.field;
import static coldbench.deploy.Expressions.inline;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.stepfunctions.CatchProps;
import software.amazon.awscdk.services.stepfunctions.Choice;
import software.amazon.awscdk.services.stepfunctions.ChoiceJsonataProps;
import software.amazon.awscdk.services.stepfunctions.ChoiceTransitionOptions;
import software.amazon.awscdk.services.stepfunctions.Condition;
import software.amazon.awscdk.services.stepfunctions.CustomState;
import software.amazon.awscdk.services.stepfunctions.CustomStateProps;
import software.amazon.awscdk.services.stepfunctions.IChainable;
import software.amazon.awscdk.services.stepfunctions.Pass;
import software.amazon.awscdk.services.stepfunctions.PassJsonataProps;
import software.amazon.awscdk.services.stepfunctions.Wait;
import software.amazon.awscdk.services.stepfunctions.WaitJsonataProps;
import software.amazon.awscdk.services.stepfunctions.WaitTime;
import software.amazon.awscdk.services.stepfunctions.tasks.CallAwsService;
import software.constructs.Construct;

/**
 * One trial: one function, forced cold, called once cold and then warm, and its object put. A trial
 * that cannot be completed is put as well, with its error and what was measured so far.
 */
final class TrialStates {
  private static final int POLLS = 30;
  private static final int FORCED_AGAIN = 6;
  private static final int CALLED_AGAIN = 4;

  private final Construct scope;
  private final Tasks tasks;

  TrialStates(Construct scope, Tasks tasks) {
    this.scope = scope;
    this.tasks = tasks;
  }

  /** The first state, with all that follow. */
  IChainable states() {
    CallAwsService put = put();
    CallAwsService read = read();
    CallAwsService force = force();
    Wait settle = settle();
    CallAwsService poll = poll();
    CustomState call = call();
    for (CallAwsService task : List.of(read, force, poll)) {
      task.addRetry(Retries.API);
      task.addCatch(put, failedTrial());
    }
    call.addRetry(Retries.INVOKE);
    call.addCatch(put, failedTrial());
    settle.next(poll).next(settled(settle, call, put));
    call.next(judge(read, call, put));
    return begin().next(read).next(force).next(settle);
  }

  private Pass begin() {
    return Pass.jsonata(
        scope,
        "Begin",
        PassJsonataProps.builder()
            .assign(
                Ordered.map(
                    "trial", inline("$states.input"),
                    "attempts", 0,
                    "forcedAt", inline("''"),
                    "polls", 0,
                    "misses", 0,
                    "samples", List.of(),
                    "discarded", List.of(),
                    "error", Map.of()))
            .outputs(Map.of())
            .build());
  }

  private CallAwsService read() {
    return tasks.state(
        "Read",
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
  private CallAwsService force() {
    String fresh = "$trial.run & '/' & $states.context.State.EnteredTime";
    return tasks.state(
        "Force",
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

  /** Before a repeated force is looked at the old sandbox gets time to go, longer each time. */
  private Wait settle() {
    return Wait.jsonata(
        scope,
        "Settle",
        WaitJsonataProps.builder()
            .time(
                WaitTime.seconds(
                    inline("$polls > 0 ? 2 : [0, 2, 4, 8, 16, 30, 30][$attempts - 1]")))
            .build());
  }

  private CallAwsService poll() {
    return tasks.state(
        "Poll",
        tasks
            .getFunction(inline("$trial.name"))
            .assign(Ordered.map("polls", inline("$polls + 1")))
            .outputs(field("settled")));
  }

  private Choice settled(Wait settle, IChainable call, IChainable put) {
    return choice("Settled")
        .when(
            condition("$states.input.fresh and $states.input.status = 'Failed'"),
            put,
            failing(
                "UpdateFailed",
                "$exists($states.input.reason) ? $states.input.reason : 'no reason given'"))
        .when(
            condition(
                "$states.input.fresh and $states.input.status = 'Successful'"
                    + " and $not($states.input.own)"),
            put,
            failing(
                "Disturbed", "'another update came between: is somebody deploying or measuring?'"))
        .when(condition("$states.input.fresh and $states.input.status = 'Successful'"), call)
        .when(
            condition("$polls >= " + POLLS),
            put,
            failing(
                "UpdateTooSlow",
                "'not settled after " + POLLS + " polls, status ' & $states.input.status"))
        .otherwise(settle);
  }

  private CustomState call() {
    return new CustomState(
        scope,
        "Call",
        CustomStateProps.builder().stateJson(Tasks.invoke(Stack.of(scope).getPartition())).build());
  }

  /** A wrong answer is never tried again: that would hide a defect. */
  private Choice judge(IChainable read, IChainable call, IChainable put) {
    String asWanted = "$states.input.was = $states.input.wanted";
    String sampled = inline("$append($samples, [$states.input.sample])");
    Map<String, Object> never =
        Ordered.map(
            "discarded",
            field("discarded"),
            "error",
            Ordered.map(
                "name",
                inline("$states.input.wanted = 'cold' ? 'NeverCold' : 'NeverWarm'"),
                "cause",
                inline(
                    "'wanted a ' & $states.input.wanted & ' answer, the last one was '"
                        + " & $states.input.was")));
    return Choice.jsonata(scope, "Judge", ChoiceJsonataProps.builder().assign(never).build())
        .when(
            condition("$states.input.was = 'wrong'"),
            put,
            assigning(
                "discarded",
                field("discarded"),
                "error",
                error("WrongAnswer", "$states.input.answer")))
        .when(
            condition(asWanted + " and $count($samples) = $trial.warm"),
            put,
            assigning("samples", sampled))
        .when(condition(asWanted), call, assigning("samples", sampled, "misses", 0))
        .when(
            condition("$states.input.wanted = 'cold' and $attempts <= " + FORCED_AGAIN),
            read,
            assigning("discarded", field("discarded")))
        .when(
            condition("$states.input.wanted = 'warm' and $misses < " + CALLED_AGAIN),
            call,
            assigning("discarded", field("discarded"), "misses", inline("$misses + 1")))
        .otherwise(put);
  }

  /** The bucket refusing an object is not the end: the trial counts as failed, others go on. */
  private CallAwsService put() {
    String key =
        "'runs/' & $trial.run & '/trials/' & $trial.label & '/' & $trial.memoryMb & '/'"
            + " & $trial.round & '.json'";
    CallAwsService put =
        tasks.state(
            "Put",
            tasks
                .putObject(inline("$trial.bucket"), inline(key), field("trial"))
                .outputs(field("figures")));
    put.addRetry(Retries.ANY);
    put.addCatch(
        Pass.jsonata(scope, "Lost", PassJsonataProps.builder().build()),
        CatchProps.builder().outputs(inline("{ $trial.label: [] }")).build());
    return put;
  }

  private Choice choice(String name) {
    return Choice.jsonata(scope, name, ChoiceJsonataProps.builder().build());
  }

  private static Condition condition(String expression) {
    return Condition.jsonata(inline(expression));
  }

  private static ChoiceTransitionOptions assigning(Object... entries) {
    return ChoiceTransitionOptions.builder().assign(Ordered.map(entries)).build();
  }

  private static ChoiceTransitionOptions failing(String name, String cause) {
    return assigning("error", error(name, cause));
  }

  private static Map<String, Object> error(String name, String cause) {
    return Ordered.map("name", name, "cause", inline(cause));
  }

  private static CatchProps failedTrial() {
    return CatchProps.builder()
        .assign(Ordered.map("error", Caught.ERROR))
        .outputs(Map.of())
        .build();
  }
}

package coldbench.deploy.machine;

import static coldbench.deploy.machine.Expressions.field;
import static coldbench.deploy.machine.Expressions.inline;

import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.stepfunctions.CatchProps;
import software.amazon.awscdk.services.stepfunctions.Choice;
import software.amazon.awscdk.services.stepfunctions.CustomState;
import software.amazon.awscdk.services.stepfunctions.CustomStateProps;
import software.amazon.awscdk.services.stepfunctions.IChainable;
import software.amazon.awscdk.services.stepfunctions.tasks.CallAwsService;
import software.constructs.Construct;

/** The measured calls of a trial, and the judgement on each. */
final class CallStates {
  /** With the waits in between 90 s: no old sandbox was seen to answer that long. */
  private static final int FORCED_AGAIN = 6;

  /** Lambda replaces a sandbox now and then; five times in a row is another fault. */
  private static final int CALLED_AGAIN = 4;

  /** After so many the function is not one that keeps its sandbox, and the trial fails. */
  private static final int DISCARDED = 400;

  private final Construct scope;
  private final States states;
  private final Tasks tasks;

  CallStates(Construct scope, Tasks tasks) {
    this.scope = scope;
    this.tasks = tasks;
    this.states = new States(scope);
  }

  CustomState call() {
    return new CustomState(
        scope,
        "CallFunction",
        CustomStateProps.builder().stateJson(tasks.invoke(Stack.of(scope).getPartition())).build());
  }

  /**
   * The call between the cold and the warm ones that some functions ask for, which is not measured.
   *
   * @param call the measured one, which follows
   * @param put where a trial goes that has failed
   */
  CustomState warmUp(IChainable call, IChainable put) {
    CustomState warmUp =
        new CustomState(
            scope,
            "WarmUpFunction",
            CustomStateProps.builder()
                .stateJson(tasks.warmUp(Stack.of(scope).getPartition()))
                .build());
    warmUp.addRetry(Retries.INVOKE);
    warmUp.addCatch(put, CatchProperties.inTrial());
    warmUp.next(call);
    return warmUp;
  }

  /**
   * Puts the warm calls that the state holds, and goes on with the next ones.
   *
   * @param put where a trial goes that has failed
   */
  private CallAwsService putWarmCalls(IChainable call, IChainable put) {
    String key =
        "'runs/' & $trial.run & '/warm/' & $trial.label & '/' & $trial.memoryMb & '/'"
            + " & $trial.round & '/' & ($count($parts) + 1) & '.json'";
    CallAwsService part =
        tasks.state(
            "PutWarmCalls",
            tasks
                .putObject(inline("$trial.bucket"), inline(key), field("PutWarmCalls.Body"))
                .assign(
                    Ordered.map(
                        "parts", field("PutWarmCalls.parts"), "samples", inline("[$samples[0]]")))
                .outputs(Map.of()));
    part.addRetry(Retries.ANY);
    part.addCatch(put, CatchProperties.inTrial());
    part.next(call);
    return part;
  }

  /**
   * The call after all measured ones that asks what the sandbox runs on. Without an answer a trial
   * is as good as with one.
   */
  private CustomState describeSandbox(IChainable put) {
    CustomState describe =
        new CustomState(
            scope,
            "DescribeSandbox",
            CustomStateProps.builder()
                .stateJson(tasks.describeSandbox(Stack.of(scope).getPartition()))
                .build());
    describe.addRetry(Retries.INVOKE);
    describe.addCatch(
        put,
        CatchProps.builder().assign(Ordered.map("sandbox", Map.of())).outputs(Map.of()).build());
    describe.next(put);
    return describe;
  }

  /**
   * A wrong answer is never tried again: that would hide a defect. Nor is a suppressed init, which
   * would take as long the next time.
   */
  Choice judge(IChainable again, IChainable call, IChainable put) {
    String asWanted = "$states.input.was = $states.input.wanted";
    String whole =
        asWanted
            + " and $count($samples) + %d * $count($parts) = $trial.warm"
                .formatted(RunWorkflow.PART);
    String sampled = inline("$append($samples, [$states.input.sample])");
    Map<String, Object> never =
        Ordered.map(
            "discarded", field("ClassifyCall.discarded"), "error", field("ClassifyCall.error"));
    Choice judge = states.choice("ClassifyCall", never);
    if (tasks.warmsUp()) {
      judge.when(
          States.condition(
              asWanted
                  + " and $count($samples) = 0 and $trial.warm > 0 and $trial.before != 'null'"),
          warmUp(call, put),
          States.assigning("samples", sampled, "misses", 0));
    }
    return judge
        .when(
            States.condition("$states.input.was = 'wrong'"),
            put,
            States.assigning(
                "discarded",
                field("ClassifyCall.discarded"),
                "error",
                States.error("WrongAnswer", "$states.input.answer")))
        .when(
            States.condition("$states.input.was = 'suppressed' and $states.input.wanted = 'cold'"),
            put,
            States.assigning(
                "discarded",
                field("ClassifyCall.discarded"),
                "error",
                States.error(
                    "SuppressedInit",
                    "'init took longer than its 10 s or failed (' & $states.input.repeated"
                        + " & '), so Lambda repeated it inside the call: make init shorter, or give"
                        + " the function more memory'")))
        .when(
            States.condition(whole + " and $trial.tells"),
            describeSandbox(put),
            States.assigning("samples", sampled))
        .when(States.condition(whole), put, States.assigning("samples", sampled))
        .when(
            States.condition(asWanted + " and $count($samples) = " + RunWorkflow.PART),
            putWarmCalls(call, put),
            States.assigning("samples", sampled, "misses", 0))
        .when(States.condition(asWanted), call, States.assigning("samples", sampled, "misses", 0))
        .when(
            States.condition("$states.input.wanted = 'cold' and $attempts <= " + FORCED_AGAIN),
            again,
            States.assigning("discarded", field("ClassifyCall.discarded")))
        .when(
            States.condition(
                "$states.input.wanted = 'warm' and $misses < %d and $count($discarded) < %d"
                    .formatted(CALLED_AGAIN, DISCARDED)),
            call,
            States.assigning(
                "discarded", field("ClassifyCall.discarded"), "misses", inline("$misses + 1")))
        .otherwise(put);
  }
}

package coldbench.deploy.machine;

import static coldbench.deploy.machine.Expressions.field;
import static coldbench.deploy.machine.Expressions.inline;

import coldbench.lambda.Quotas;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.stepfunctions.Choice;
import software.amazon.awscdk.services.stepfunctions.ChoiceTransitionOptions;
import software.amazon.awscdk.services.stepfunctions.IChainable;
import software.amazon.awscdk.services.stepfunctions.MapJsonataProps;
import software.amazon.awscdk.services.stepfunctions.Pass;
import software.amazon.awscdk.services.stepfunctions.PassJsonataProps;
import software.amazon.awscdk.services.stepfunctions.ProvideItems;
import software.amazon.awscdk.services.stepfunctions.tasks.CallAwsService;
import software.constructs.Construct;

/** The beginning of a run: what was asked for is validated, and the functions are described. */
public final class RunWorkflow {
  /**
   * As many as fit into a state, so that labels up to six letters allow the same number. Larger
   * experiments are several runs, which a report takes together.
   */
  private static final int TRIALS = 2500;

  /** What the trials' figures may take of a state's 262,144 bytes; the rest is the plan. */
  private static final int FIGURES_BYTES = 260_000;

  /** A trial's ten figures with the longest values that a REPORT line has, and JSON's signs. */
  private static final int FIGURES_BYTES_BESIDE_LABEL = 98;

  /** Rounds after which a run ends of which nothing succeeded. */
  private static final int TRY_ROUNDS = 2;

  private static final int ROUNDS = 1000;
  private static final int WARM = 2000;

  /** Calls of a run, so that one can be read and reported: 2,500 trials with 100 warm calls. */
  private static final int CALLS = 252_500;

  /** Of the 25,000 events of an execution's history; the rest is for calls that are repeated. */
  private static final int EVENTS = 20_000;

  /** Warm calls that are kept in the state, about 30 of its 256 kB. */
  static final int PART = 100;

  /** Rounds, of each lane, after which it is looked whether it is of use to go on. */
  private static final int LOOK = 10;

  /** Rounds before a run until a precision asks for the first time, and between two times. */
  private static final int FIRST_LOOK = 10;

  private static final int NEXT_LOOK = 5;

  private final Construct scope;
  private final States states;
  private final Tasks tasks;
  private final String machineArn;

  public RunWorkflow(Construct scope, Tasks tasks, String machineArn) {
    this.scope = scope;
    this.states = new States(scope);
    this.tasks = tasks;
    this.machineArn = machineArn;
  }

  /**
   * All states of the machine.
   *
   * @param available label, name, deployed memory and workload of every function
   */
  public IChainable states(String bucket, List<Map<String, Object>> available) {
    Pass settings =
        states.pass(
            "LoadSettings",
            PassJsonataProps.builder().assign(settings(bucket, available, tasks.lanes())));
    return settings.next(validateInput()).next(isInputValid(describeFunctions()));
  }

  private static Map<String, Object> settings(
      String bucket, List<Map<String, Object>> available, int lanes) {
    return Ordered.map(
        "bucket",
        bucket,
        "available",
        available,
        "limits",
        Ordered.map(
            "trials", trials(available),
            "rounds", ROUNDS,
            "warm", WARM,
            "calls", CALLS,
            "events", EVENTS,
            "lanes", lanes,
            "tryRounds", TRY_ROUNDS,
            "look", LOOK,
            "firstLook", FIRST_LOOK,
            "nextLook", NEXT_LOOK));
  }

  /**
   * The machine's first two states on their own, as a definition: its output is the plan of a run,
   * or the cause why there is none.
   */
  public static Map<String, Object> validation(List<Map<String, Object>> available, int lanes) {
    return Map.of(
        "QueryLanguage",
        "JSONata",
        "StartAt",
        "LoadSettings",
        "States",
        Map.of(
            "LoadSettings",
            Map.of(
                "Type", "Pass", "Assign", settings("", available, lanes), "Next", "ValidateInput"),
            "ValidateInput",
            Map.of("Type", "Pass", "Output", field("ValidateInput.Output"), "End", true)));
  }

  private static int trials(List<Map<String, Object>> available) {
    int longestLabel =
        available.stream()
            .mapToInt(each -> String.valueOf(each.get("label")).length())
            .max()
            .orElse(0);
    return Math.min(TRIALS, FIGURES_BYTES / (FIGURES_BYTES_BESIDE_LABEL + longestLabel));
  }

  private Pass validateInput() {
    return states.pass(
        "ValidateInput", PassJsonataProps.builder().outputs(field("ValidateInput.Output")));
  }

  private Choice isInputValid(IChainable next) {
    return states
        .choice("IsInputValid")
        .when(
            States.condition("$exists($states.input.plan)"),
            next,
            ChoiceTransitionOptions.builder()
                .assign(
                    Ordered.map(
                        "plan",
                        inline("$states.input.plan"),
                        "order",
                        field("IsInputValid.order"),
                        "from",
                        0,
                        "upTo",
                        inline("$states.input.plan.ends[0]"),
                        "results",
                        List.of(),
                        "precision",
                        Ordered.map("held", 0),
                        "blocksError",
                        Map.of(),
                        "expected",
                        Ordered.map(
                            "fibResult",
                            field("IsInputValid.fibResult"),
                            "allocItems",
                            100_000,
                            "checksum",
                            333_328_333_350_000L)))
                .outputs(Map.of())
                .build())
        .otherwise(states.fail("InvalidInput", inline("$states.input.cause")));
  }

  private IChainable describeFunctions() {
    CallAwsService describe =
        tasks.state(
            "DescribeFunction",
            tasks
                .getFunction(inline("$states.input.name"))
                .outputs(field("DescribeFunction.Output")));
    describe.addRetry(Retries.API);
    return software.amazon.awscdk.services.stepfunctions.Map.jsonata(
            scope,
            "DescribeFunctions",
            MapJsonataProps.builder()
                .maxConcurrency(1)
                .items(ProvideItems.jsonata(inline("$plan.functions")))
                .assign(Ordered.map("functions", inline("$states.result")))
                .outputs(Map.of())
                .build())
        .itemProcessor(describe)
        .next(findOtherRuns());
  }

  /**
   * The functions' configuration is shared: a second run is refused. Seen from the executions
   * themselves, so nothing stays locked after a run that was aborted.
   */
  private IChainable findOtherRuns() {
    CallAwsService find =
        tasks.state(
            "FindOtherRuns",
            tasks.listExecutions(machineArn).outputs(field("FindOtherRuns.Output")));
    find.addRetry(Retries.ANY);
    return find.next(
        states
            .choice("IsOnlyRun")
            .when(
                States.condition("$exists($states.input.run)"),
                states.fail("RunInProgress", field("RunInProgress.Cause")))
            .otherwise(putRun().next(measure())));
  }

  /** Everything between run.json and the end of the run, which also follows an error. */
  private IChainable measure() {
    IChainable end = new EndStates(scope, tasks).states();
    return tryMemory(end, new BlockStates(scope, tasks).states(end));
  }

  /**
   * An account may allow less memory than Lambda does: a size that it refuses ends the run here,
   * once, and not each of its trials.
   */
  private IChainable tryMemory(IChainable end, IChainable next) {
    CallAwsService set =
        tasks.state(
            "SetLargestMemory",
            tasks
                .updateFunction(
                    inline("$states.input.name"),
                    inline("$max($plan.memoryMb)"),
                    inline("$states.input.restore.variables"))
                .outputs(Map.of()));
    set.addRetry(Retries.API);
    software.amazon.awscdk.services.stepfunctions.Map all =
        software.amazon.awscdk.services.stepfunctions.Map.jsonata(
            scope,
            "TryMemory",
            MapJsonataProps.builder()
                .maxConcurrency(1)
                .items(
                    ProvideItems.jsonata(
                        inline(
                            "$max($plan.memoryMb) > "
                                + Quotas.MEMORY_OF_ANY_ACCOUNT_MB
                                + " ? $functions : []")))
                .outputs(Map.of())
                .build());
    all.itemProcessor(set);
    all.addCatch(end, CatchProperties.inRun());
    return all.next(next);
  }

  private CallAwsService putRun() {
    CallAwsService put =
        tasks.state(
            "PutRun",
            tasks
                .putObject(
                    inline("$bucket"),
                    inline("'runs/' & $plan.run & '/run.json'"),
                    field("PutRun.Body"))
                .outputs(Map.of()));
    put.addRetry(Retries.ANY);
    return put;
  }
}

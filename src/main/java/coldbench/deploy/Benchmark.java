package coldbench.deploy;

import coldbench.deploy.functions.BuiltIn;
import coldbench.deploy.machine.Ordered;
import coldbench.deploy.machine.RunWorkflow;
import coldbench.deploy.machine.Tasks;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.stepfunctions.DefinitionBody;
import software.amazon.awscdk.services.stepfunctions.LogLevel;
import software.amazon.awscdk.services.stepfunctions.LogOptions;
import software.amazon.awscdk.services.stepfunctions.QueryLanguage;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

/** The state machine that measures: its definition, its role, its log group. */
final class Benchmark extends Construct {
  final StateMachine machine;
  final LogGroup logs;

  Benchmark(
      Construct scope, Settings settings, ResultsBucket results, List<MeasuredFunction> functions) {
    super(scope, "Benchmark");
    String name = settings.stackName();
    List<MeasuredFunction> withSnapStart =
        functions.stream().filter(each -> each.target.snapStart()).toList();
    Tasks tasks =
        new Tasks(
            this,
            arns(functions),
            arns(withSnapStart),
            results.bucket.arnForObjects("runs/*"),
            functions.stream().anyMatch(each -> each.target.settings().before().isPresent()),
            settings.lanes());
    List<Map<String, Object>> available =
        functions.stream().map(each -> offered(each, settings, tasks)).toList();
    settings.schedule().ifPresent(schedule -> validateInput(settings, available));
    logs = logs(name);
    Role role =
        Role.Builder.create(this, "MachineRole")
            .description(
                "What the state machine may do: measure these functions, put what it measured")
            .assumedBy(assumedByOwnAccount())
            .build();
    machine =
        StateMachine.Builder.create(this, "Machine")
            .stateMachineName(name)
            .comment("Cold and warm starts of several functions, in randomised complete blocks")
            .queryLanguage(QueryLanguage.JSONATA)
            .role(role)
            .definitionBody(
                DefinitionBody.fromChainable(
                    new RunWorkflow(this, tasks, arn(name))
                        .states(results.bucket.getBucketName(), available)))
            .logs(
                LogOptions.builder()
                    .destination(logs)
                    .level(LogLevel.ALL)
                    .includeExecutionData(false)
                    .build())
            .build();
    machine.addToRolePolicy(tasks.invokePermission());
    settings.schedule().ifPresent(schedule -> new Scheduled(this, settings, schedule, machine));
    NagSuppressions.acknowledge(this, results.bucket, withSnapStart);
    // So that a destroyed stack stops measuring before its bucket is emptied.
    machine.getNode().addDependency(results);
  }

  private static void validateInput(Settings settings, List<Map<String, Object>> available) {
    ScheduledInput.problem(settings.scheduleInput(), available, settings.lanes())
        .ifPresent(
            problem -> {
              throw new SettingsException(List.of("scheduleInput: " + problem));
            });
  }

  /**
   * Step Functions says for whom it works, so that nobody else's machine can borrow the role.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html">
   *     Prevent cross-service confused deputy issue</a>
   */
  private IPrincipal assumedByOwnAccount() {
    return new ServicePrincipal("states.amazonaws.com")
        .withConditions(
            Map.of("StringEquals", Map.of("aws:SourceAccount", Stack.of(this).getAccount())));
  }

  private static List<String> arns(List<MeasuredFunction> functions) {
    return functions.stream()
        .flatMap(each -> each.copies.stream())
        .map(Function::getFunctionArn)
        .toList();
  }

  /** What the machine's input can ask for. */
  private static Map<String, Object> offered(
      MeasuredFunction each, Settings settings, Tasks tasks) {
    Map<String, Object> offered =
        Ordered.map(
            "label",
            each.target.label(),
            "name",
            each.copies.get(0).getFunctionName(),
            "memoryMb",
            settings.memoryMb(),
            "event",
            each.target.event().orElse("null"),
            "expect",
            each.target.expect().orElse("null"),
            "tells",
            BuiltIn.tells(each.target));
    each.target.scenario().ifPresent(name -> offered.put("scenario", name));
    each.target.like().ifPresent(label -> offered.put("like", label));
    if (tasks.lanes() > 1) {
      offered.put("copies", each.copies.stream().map(Function::getFunctionName).toList());
    }
    if (tasks.warmsUp()) {
      offered.put("before", each.target.settings().before().orElse("null"));
    }
    if (tasks.publishes()) {
      offered.put("snapStart", each.target.snapStart());
    }
    return offered;
  }

  /** By the machine's name: its own role cannot refer to it. */
  private String arn(String name) {
    return Stack.of(this)
        .formatArn(
            ArnComponents.builder()
                .service("states")
                .resource("stateMachine")
                .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                .resourceName(name)
                .build());
  }

  /** Below /aws/vendedlogs, or every machine would lengthen an account's one resource policy. */
  private LogGroup logs(String name) {
    return LogGroup.Builder.create(this, "Logs")
        .logGroupName("/aws/vendedlogs/states/" + name)
        .retention(RetentionDays.ONE_MONTH)
        .removalPolicy(RemovalPolicy.DESTROY)
        .build();
  }
}

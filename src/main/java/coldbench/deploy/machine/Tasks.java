package coldbench.deploy.machine;

import static coldbench.deploy.machine.Expressions.field;
import static coldbench.deploy.machine.Expressions.inline;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.stepfunctions.Timeout;
import software.amazon.awscdk.services.stepfunctions.tasks.CallAwsService;
import software.amazon.awscdk.services.stepfunctions.tasks.CallAwsServiceJsonataProps;
import software.constructs.Construct;

/**
 * The machine's service calls. Every one has a timeout, else States.Timeout never comes, and brings
 * the permission for just what it calls.
 */
public final class Tasks {
  /** Longer than the longest that a function may take, 900 s. */
  private static final int CALL_SECONDS = 960;

  private final Construct scope;
  private final List<String> functionArns;
  private final List<String> snapshotArns;
  private final List<String> versionArns;
  private final String runsArn;
  private final boolean warmsUp;
  private final int lanes;

  /**
   * @param snapshotArns those of the functions that have SnapStart
   * @param runsArn the objects that runs put
   * @param warmsUp whether a function asks for a call before the warm ones
   * @param lanes how many copies of each function there are, all among the ARNs
   */
  public Tasks(
      Construct scope,
      List<String> functionArns,
      List<String> snapshotArns,
      String runsArn,
      boolean warmsUp,
      int lanes) {
    this.scope = scope;
    this.functionArns = functionArns;
    this.snapshotArns = snapshotArns;
    this.versionArns = snapshotArns.stream().map(arn -> arn + ":*").toList();
    this.runsArn = runsArn;
    this.warmsUp = warmsUp;
    this.lanes = lanes;
  }

  CallAwsServiceJsonataProps.Builder getFunction(String name) {
    return call("lambda", "getFunction", "lambda:GetFunction", functionArns, 30)
        .parameters(Ordered.map("FunctionName", name));
  }

  CallAwsServiceJsonataProps.Builder updateFunction(
      String name, String memoryMb, String variables) {
    return call(
            "lambda",
            "updateFunctionConfiguration",
            "lambda:UpdateFunctionConfiguration",
            functionArns,
            30)
        .parameters(
            Ordered.map(
                "FunctionName",
                name,
                "MemorySize",
                memoryMb,
                "Environment",
                Ordered.map("Variables", variables)));
  }

  /** Whether versions are published at all: without it the machine has no states for them. */
  public boolean publishes() {
    return !snapshotArns.isEmpty();
  }

  CallAwsServiceJsonataProps.Builder publishVersion(String name, String description) {
    return call("lambda", "publishVersion", "lambda:PublishVersion", snapshotArns, 60)
        .parameters(Ordered.map("FunctionName", name, "Description", description));
  }

  CallAwsServiceJsonataProps.Builder getVersion(String name, String version) {
    return call("lambda", "getFunction", "lambda:GetFunction", versionArns, 30)
        .parameters(Ordered.map("FunctionName", name, "Qualifier", version));
  }

  CallAwsServiceJsonataProps.Builder listVersions(String name) {
    return call(
            "lambda", "listVersionsByFunction", "lambda:ListVersionsByFunction", snapshotArns, 30)
        .parameters(Ordered.map("FunctionName", name));
  }

  /** The permission is for versions only: the function itself cannot be deleted by it. */
  CallAwsServiceJsonataProps.Builder deleteVersion(String name, String version) {
    return call("lambda", "deleteFunction", "lambda:DeleteFunction", versionArns, 60)
        .parameters(Ordered.map("FunctionName", name, "Qualifier", version));
  }

  CallAwsServiceJsonataProps.Builder putObject(String bucket, String key, String body) {
    return call("s3", "putObject", "s3:PutObject", List.of(runsArn), 60)
        .parameters(
            Ordered.map(
                "Bucket", bucket, "Key", key, "Body", body, "ContentType", "application/json"));
  }

  CallAwsServiceJsonataProps.Builder listExecutions(String machineArn) {
    return call("sfn", "listExecutions", "states:ListExecutions", List.of(machineArn), 30)
        .parameters(
            Ordered.map(
                "StateMachineArn",
                inline("$states.context.StateMachine.Id"),
                "StatusFilter",
                "RUNNING"));
  }

  CallAwsService state(String name, CallAwsServiceJsonataProps.Builder props) {
    return CallAwsService.jsonata(scope, name, props.build());
  }

  private static CallAwsServiceJsonataProps.Builder call(
      String service, String action, String iamAction, List<String> resources, int seconds) {
    return CallAwsServiceJsonataProps.builder()
        .service(service)
        .action(action)
        .iamAction(iamAction)
        .iamResources(resources)
        .taskTimeout(Timeout.duration(Duration.seconds(seconds)));
  }

  /** How many copies there are of each function, which blocks are dealt to. */
  public int lanes() {
    return lanes;
  }

  /** Whether there is a call before the warm ones: without it the machine has no state for it. */
  public boolean warmsUp() {
    return warmsUp;
  }

  /**
   * The measured call, as the state's JSON: the CDK's own task for it cannot ask for the log's
   * tail.
   */
  Map<String, Object> invoke(String partition) {
    Map<String, Object> state = call(partition, field("CallFunction.Payload"));
    state.put("Output", field("CallFunction.Output"));
    return state;
  }

  /** The call before the warm ones. */
  Map<String, Object> warmUp(String partition) {
    Map<String, Object> state = call(partition, inline("$parse($trial.before)"));
    state.put("Output", Map.of());
    return state;
  }

  /** The call after the measured ones. */
  Map<String, Object> describeSandbox(String partition) {
    Map<String, Object> state = call(partition, inline("{ 'coldbench': 'sandbox' }"));
    state.put("Assign", Ordered.map("sandbox", field("DescribeSandbox.sandbox")));
    state.put("Output", Map.of());
    return state;
  }

  private Map<String, Object> call(String partition, String payload) {
    String callee =
        publishes() ? "$trial.name & ($version != '' ? ':' & $version : '')" : "$trial.name";
    return Ordered.map(
        "Type",
        "Task",
        "Resource",
        "arn:" + partition + ":states:::lambda:invoke",
        "TimeoutSeconds",
        CALL_SECONDS,
        "Arguments",
        Ordered.map("FunctionName", inline(callee), "LogType", "Tail", "Payload", payload));
  }

  /** What {@link #invoke} needs. */
  public PolicyStatement invokePermission() {
    return PolicyStatement.Builder.create()
        .actions(List.of("lambda:InvokeFunction"))
        .resources(
            Stream.concat(
                    functionArns.stream().filter(arn -> !snapshotArns.contains(arn)),
                    versionArns.stream())
                .toList())
        .build();
  }
}

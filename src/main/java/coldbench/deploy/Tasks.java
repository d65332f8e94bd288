package coldbench.deploy;

import static coldbench.deploy.Expressions.field;
import static coldbench.deploy.Expressions.inline;

import java.util.List;
import java.util.Map;
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
final class Tasks {
  private final Construct scope;
  private final List<String> functionArns;
  private final String runsArn;

  /**
   * @param runsArn the objects that runs put
   */
  Tasks(Construct scope, List<String> functionArns, String runsArn) {
    this.scope = scope;
    this.functionArns = functionArns;
    this.runsArn = runsArn;
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

  /**
   * The measured call, as the state's JSON: the CDK's own task for it cannot ask for the log's
   * tail.
   */
  static Map<String, Object> invoke(String partition) {
    return Ordered.map(
        "Type",
        "Task",
        "Resource",
        "arn:" + partition + ":states:::lambda:invoke",
        "TimeoutSeconds",
        900,
        "Arguments",
        Ordered.map(
            "FunctionName", inline("$trial.name"), "LogType", "Tail", "Payload", field("event")),
        "Output",
        field("sample"));
  }

  /** What {@link #invoke} needs. */
  PolicyStatement invokePermission() {
    return PolicyStatement.Builder.create()
        .actions(List.of("lambda:InvokeFunction"))
        .resources(functionArns)
        .build();
  }
}

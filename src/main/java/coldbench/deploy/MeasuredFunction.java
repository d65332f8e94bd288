package coldbench.deploy;

import coldbench.deploy.functions.ConstructIds;
import coldbench.deploy.functions.FunctionUnderTest;
import java.util.Objects;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.FunctionUrl;
import software.amazon.awscdk.services.lambda.FunctionUrlOptions;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** One function under measurement: its code, its log group, its URL and its outputs. */
final class MeasuredFunction extends Construct {
  final FunctionUnderTest target;
  final Function function;

  MeasuredFunction(Construct scope, Settings settings, Role role, FunctionUnderTest target) {
    super(scope, target.id());
    this.target = target;
    String name = settings.stackName() + "-" + target.label();
    LogGroup logs =
        LogGroup.Builder.create(this, "Logs")
            .logGroupName("/aws/lambda/" + name)
            .retention(RetentionDays.ONE_MONTH)
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    function =
        Function.Builder.create(this, "Function")
            .functionName(name)
            .description(target.description())
            .runtime(target.runtime())
            .handler(target.handler())
            .code(target.code())
            .architecture(target.architecture().ofLambda())
            .memorySize(settings.memoryMb())
            .timeout(Duration.seconds(30))
            .role(role)
            .logGroup(logs)
            .build();
    if (target.snapStart()) {
      // The CDK's own property refuses runtimes that are newer than itself.
      ((CfnFunction) Objects.requireNonNull(function.getNode().getDefaultChild()))
          .setSnapStart(
              CfnFunction.SnapStartProperty.builder().applyOn("PublishedVersions").build());
      NagSuppressions.acknowledgeSnapStart(this);
    }
    logs.grantWrite(role);
    NagSuppressions.acknowledge(this);
    FunctionUrl url =
        function.addFunctionUrl(FunctionUrlOptions.builder().authType(settings.urlAuth()).build());
    output("FunctionName", "Name of the function " + target.label(), function.getFunctionName());
    output("FunctionUrl", "URL of the function " + target.label(), url.getUrl());
    output("LogGroup", "Log group of the function " + target.label(), logs.getLogGroupName());
  }

  private void output(String what, String description, String value) {
    CfnOutput output =
        CfnOutput.Builder.create(this, what + "Output")
            .description(description)
            .value(value)
            .build();
    output.overrideLogicalId(ConstructIds.of(target.label()) + what);
  }
}

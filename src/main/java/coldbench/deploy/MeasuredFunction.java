package coldbench.deploy;

import coldbench.cdk.NativeJavaFunction;
import coldbench.deploy.functions.ConstructIds;
import coldbench.deploy.functions.FunctionSettings;
import coldbench.deploy.functions.FunctionUnderTest;
import coldbench.deploy.functions.FunctionUnderTest.Content;
import coldbench.deploy.functions.GivenCode;
import coldbench.deploy.functions.OwnFunction;
import coldbench.lambda.Quotas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Size;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.FunctionProps;
import software.amazon.awscdk.services.lambda.FunctionUrl;
import software.amazon.awscdk.services.lambda.FunctionUrlOptions;
import software.amazon.awscdk.services.lambda.ILayerVersion;
import software.amazon.awscdk.services.lambda.LayerVersion;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/**
 * One deployed function: its code, its layers, its log group, its URL and its outputs. In lanes it
 * has copies, which share all but their sandboxes.
 */
final class MeasuredFunction extends Construct {
  final OwnFunction target;

  /** One for each lane, the first is the function itself. */
  final List<Function> copies;

  MeasuredFunction(
      Construct scope,
      Placement placement,
      Roles roles,
      Tables tables,
      FunctionUnderTest underTest) {
    super(scope, underTest.id());
    this.target = underTest.function();
    FunctionSettings own = target.settings();
    LogGroup logs =
        LogGroup.Builder.create(this, "Logs")
            .logGroupName("/aws/lambda/" + placement.functionName())
            .retention(RetentionDays.ONE_MONTH)
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    Optional<Table> table = tables.of(target);
    IRole role = roles.of(this, target, table);
    List<ILayerVersion> layers = layers(own);
    copies =
        IntStream.rangeClosed(1, placement.lanes())
            .mapToObj(
                lane -> {
                  Function copy =
                      function(
                          lane == 1 ? "Function" : "Lane" + lane,
                          underTest.content(),
                          props -> {
                            settings(props, own, environment(own, table), layers);
                            props
                                .functionName(
                                    placement.functionName() + (lane == 1 ? "" : "_" + lane))
                                .description(underTest.description())
                                .runtime(new Runtime(target.runtime()))
                                .handler(target.handler())
                                .memorySize(placement.memoryMb())
                                .role(role)
                                .logGroup(logs);
                          });
                  configure(copy, own);
                  return copy;
                })
            .toList();
    if (target.snapStart()) {
      NagSuppressions.acknowledgeSnapStart(this);
    }
    logs.grantWrite(role);
    NagSuppressions.acknowledge(this);
    output(
        "FunctionName", "Name of the function " + target.label(), copies.get(0).getFunctionName());
    placement
        .urls()
        .authType()
        .ifPresent(
            auth -> {
              FunctionUrl url =
                  copies.get(0).addFunctionUrl(FunctionUrlOptions.builder().authType(auth).build());
              output("FunctionUrl", "URL of the function " + target.label(), url.getUrl());
            });
    output("LogGroup", "Log group of the function " + target.label(), logs.getLogGroupName());
  }

  private Function function(String id, Content content, Consumer<FunctionProps.Builder> settings) {
    Architecture architecture = Architecture.custom(target.architecture().lambdaName());
    if (content instanceof Content.Project project) {
      return new NativeJavaFunction(
          this, id, project.props().architecture(architecture).function(settings).build());
    }
    FunctionProps.Builder props = FunctionProps.builder().architecture(architecture);
    settings.accept(props);
    return new Function(this, id, props.code(((Content.Packaged) content).code()).build());
  }

  private void settings(
      FunctionProps.Builder props,
      FunctionSettings own,
      Map<String, String> environment,
      List<ILayerVersion> layers) {
    props
        .timeout(Duration.seconds(own.timeoutSeconds()))
        .environment(environment.isEmpty() ? null : environment)
        .layers(layers)
        .ephemeralStorageSize(
            own.ephemeralStorageMb() == Quotas.STORAGE_LEAST_MB
                ? null
                : Size.mebibytes(own.ephemeralStorageMb()))
        .tracing(own.tracing() ? Tracing.ACTIVE : null);
  }

  private static Map<String, String> environment(FunctionSettings own, Optional<Table> table) {
    Map<String, String> all = new TreeMap<>(own.environment());
    table.ifPresent(made -> all.put(FunctionSettings.Table.VARIABLE, made.getTableName()));
    return all;
  }

  /** What the CDK's own properties refuse or look up: newer runtimes' snapshots, networks by id. */
  private void configure(Function function, FunctionSettings own) {
    CfnFunction resource =
        (CfnFunction) Objects.requireNonNull(function.getNode().getDefaultChild());
    if (target.snapStart()) {
      resource.setSnapStart(
          CfnFunction.SnapStartProperty.builder().applyOn("PublishedVersions").build());
    }
    own.vpc()
        .ifPresent(
            vpc ->
                resource.setVpcConfig(
                    CfnFunction.VpcConfigProperty.builder()
                        .subnetIds(vpc.subnets())
                        .securityGroupIds(vpc.securityGroups())
                        .build()));
  }

  private List<ILayerVersion> layers(FunctionSettings own) {
    List<ILayerVersion> layers = new ArrayList<>();
    for (FunctionSettings.Layer layer : own.layers()) {
      String id = "Layer" + (layers.size() + 1);
      if (layer instanceof FunctionSettings.Layer.Local local) {
        layers.add(
            LayerVersion.Builder.create(this, id)
                .code(GivenCode.of(local.path()))
                .description("A layer of the function " + target.label())
                .removalPolicy(RemovalPolicy.DESTROY)
                .build());
      } else if (layer instanceof FunctionSettings.Layer.Published published) {
        layers.add(LayerVersion.fromLayerVersionArn(this, id, published.arn()));
      }
    }
    return layers;
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

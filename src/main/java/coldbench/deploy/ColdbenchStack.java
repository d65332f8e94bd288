package coldbench.deploy;

import coldbench.deploy.functions.FunctionUnderTest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;
import software.constructs.Construct;

/** One environment: the functions, the bucket for what is measured, and the state machine. */
final class ColdbenchStack extends Stack {
  ColdbenchStack(Construct scope, Settings settings, List<FunctionUnderTest> targets) {
    super(scope, settings.stackName(), props(settings));
    tags(settings).forEach((key, value) -> Tags.of(this).add(key, value));
    Roles roles = new Roles(this);
    Tables tables = new Tables(this);
    List<MeasuredFunction> functions =
        targets.stream()
            .map(
                target ->
                    new MeasuredFunction(this, placement(settings, target), roles, tables, target))
            .toList();
    ResultsBucket results =
        new ResultsBucket(this, settings.retainResults(), settings.resultsDays());
    Benchmark benchmark = new Benchmark(this, settings, results, functions);
    output(
        "StateMachineArn", "State machine that measures", benchmark.machine.getStateMachineArn());
    output("MachineLogGroup", "Log group of the state machine", benchmark.logs.getLogGroupName());
    output("ResultsBucket", "Bucket with what runs measured", results.bucket.getBucketName());
    output("Region", "Region of the stack", getRegion());
  }

  private static Placement placement(Settings settings, FunctionUnderTest target) {
    String name = settings.stackName() + "-" + target.function().label();
    return new Placement(name, settings.memoryMb(), settings.urlAuth(), settings.lanes());
  }

  private void output(String name, String description, String value) {
    CfnOutput.Builder.create(this, name + "Output")
        .description(description)
        .value(value)
        .build()
        .overrideLogicalId(name);
  }

  private static StackProps props(Settings settings) {
    return StackProps.builder()
        .description("Coldbench: cold and warm starts of functions, environment " + settings.env())
        .tags(tags(settings))
        .build();
  }

  private static Map<String, String> tags(Settings settings) {
    return new TreeMap<>(Map.of("coldbench", settings.env()));
  }
}

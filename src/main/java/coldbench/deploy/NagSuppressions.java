package coldbench.deploy;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.CfnElement;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.IConstruct;

/** The findings of cdk-nag's AwsSolutions pack that are right as they are, each with its reason. */
final class NagSuppressions {
  private NagSuppressions() {}

  static void acknowledge(MeasuredFunction function) {
    acknowledge(
        function,
        "AwsSolutions-L1",
        "The runtime is what is measured: Python 3.13, as in the published figures beside ours, or the"
            + " one that the settings give.");
  }

  /** The wildcards of a policy that the user gave, named as the user's. */
  static void acknowledgeOwnPolicy(Role role, List<Map<String, Object>> statements) {
    String reason =
        "Asked for by the entry of this function in the setting functions: its policy is the user's;"
            + " networks and traces know no resources to name.";
    Set<String> wildcards = new TreeSet<>(Set.of("Resource::*"));
    for (Map<String, Object> statement : statements) {
      wildcards(statement.get("Action")).forEach(each -> wildcards.add("Action::" + each));
      wildcards(statement.get("Resource")).forEach(each -> wildcards.add("Resource::" + each));
    }
    wildcards.forEach(each -> acknowledge(role, "AwsSolutions-IAM5[" + each + "]", reason));
  }

  private static List<String> wildcards(@Nullable Object texts) {
    Collection<?> all = texts instanceof Collection<?> list ? list : Collections.singleton(texts);
    return all.stream().map(String::valueOf).filter(text -> text.contains("*")).toList();
  }

  static void acknowledgeSnapStart(MeasuredFunction function) {
    acknowledge(
        function,
        "CloudFormation-Validate::W2530",
        "The benchmark publishes a version for each cold start, and deletes it.");
  }

  static void acknowledge(Table table) {
    acknowledge(
        table,
        "AwsSolutions-DDB3",
        "What functions write while they are measured: nobody wants it back, and it goes with the stack.");
  }

  static void acknowledge(ResultsBucket results) {
    acknowledge(
        results,
        "AwsSolutions-S1",
        "One writer, the state machine, whose executions are logged; access logs would need a second"
            + " bucket, which nothing could empty in time when the stack is destroyed.");
  }

  static void acknowledge(
      Benchmark benchmark, Bucket results, List<MeasuredFunction> withSnapStart) {
    acknowledge(
        benchmark,
        "AwsSolutions-IAM5[Resource::*]",
        "Step Functions' log delivery knows no resources to name: see \"Logging using CloudWatch"
            + " Logs\" in its developer guide.");
    acknowledge(
        benchmark,
        "AwsSolutions-SF2",
        "X-Ray does not trace the children of a Distributed Map, in which all measured calls are; it"
            + " would show nothing of them, and a sampled call would be measured with X-Ray's daemon"
            + " beside it.");
    String executions =
        "AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>"
            + ":execution:{\"Fn::Select\":[6,{\"Fn::Split\":[\":\",{\"Ref\":\"%s\"}]}]}%s]";
    String machineId = logicalId(benchmark.machine);
    String reason =
        "A block is an execution of this machine's own Distributed Map; its name is drawn by Step"
            + " Functions when it starts.";
    acknowledge(benchmark, executions.formatted(machineId, ":*"), reason);
    acknowledge(benchmark, executions.formatted(machineId, "/Blocks:*"), reason);
    acknowledge(
        benchmark,
        "AwsSolutions-IAM5[Resource::<%s.Arn>/runs/*]".formatted(logicalId(results)),
        "The names of a run's objects are known only when it runs; all are below runs/.");
    withSnapStart.stream()
        .flatMap(function -> function.copies.stream())
        .forEach(
            copy ->
                acknowledge(
                    benchmark,
                    "AwsSolutions-IAM5[Resource::<%s.Arn>:*]".formatted(logicalId(copy)),
                    "A version's number is known only when it has been published; it is one of this function."));
  }

  private static String logicalId(IConstruct construct) {
    return Stack.of(construct).getLogicalId((CfnElement) construct.getNode().getDefaultChild());
  }

  /**
   * Written as the metadata that cdk-nag looks at, since {@code Validations.acknowledge} refuses
   * ids with more than one {@code ::} in them, such as those with {@code <AWS::Partition>}.
   */
  private static void acknowledge(IConstruct construct, String id, String reason) {
    construct
        .getNode()
        .addMetadata(Validations.ACKNOWLEDGED_RULES_METADATA_KEY, Map.of(id, reason));
  }
}

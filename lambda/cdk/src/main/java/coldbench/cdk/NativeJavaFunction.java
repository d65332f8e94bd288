package coldbench.cdk;

import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.FunctionProps;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/**
 * A function in Java that is compiled to one static executable.
 *
 * <pre>{@code
 * new NativeJavaFunction(this, "Orders",
 *     NativeJavaFunctionProps.builder()
 *         .project("orders")
 *         .function(props -> props.memorySize(256).environment(Map.of("TABLE", table.getTableName())))
 *         .build());
 * }</pre>
 *
 * <p>The executable is built by Maven while the app is synthesized, but not for a stack that is
 * only listed or destroyed, and not again while the sources are as they were. It runs on {@code
 * provided.al2023} with 128 MB. Unless they are set, it has a log group of its own, which goes with
 * the function and keeps a month, and a role that may write that log and nothing else but what the
 * function's settings need, such as a network.
 */
public class NativeJavaFunction extends Function {
  /**
   * What a role of one's own needs where the function is put into a network, of all resources: the
   * interfaces that Lambda makes for it have no name beforehand. Source:
   * https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
   */
  public static final List<String> NETWORK_ACTIONS =
      List.of(
          "ec2:CreateNetworkInterface",
          "ec2:DescribeNetworkInterfaces",
          "ec2:DescribeSubnets",
          "ec2:DeleteNetworkInterface",
          "ec2:AssignPrivateIpAddresses",
          "ec2:UnassignPrivateIpAddresses");

  public NativeJavaFunction(Construct scope, String id, NativeJavaFunctionProps props) {
    super(scope, id, complete(scope, id, props));
  }

  @SuppressWarnings("deprecation") // How long a log is kept may still be said so.
  private static FunctionProps complete(Construct scope, String id, NativeJavaFunctionProps props) {
    FunctionProps.Builder builder =
        FunctionProps.builder()
            .runtime(Runtime.PROVIDED_AL2023)
            .handler("bootstrap")
            .memorySize(128)
            .architecture(props.architecture())
            .code(NativeCode.of(props));
    props.function().accept(builder);
    FunctionProps set = builder.build();
    // A function has one of its own, or says how long Lambda's is kept, and not both.
    if (set.getLogGroup() == null
        && set.getLogRetention() == null
        && set.getLogRemovalPolicy() == null) {
      builder.logGroup(
          LogGroup.Builder.create(scope, id + "Logs")
              .retention(RetentionDays.ONE_MONTH)
              .removalPolicy(RemovalPolicy.DESTROY)
              .build());
    }
    FunctionProps logged = builder.build();
    if (logged.getRole() == null && logged.getLogGroup() instanceof ILogGroup log) {
      Role role =
          Role.Builder.create(scope, id + "Role")
              .description("What the function " + id + " may do: write its log")
              .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
              .build();
      log.grantWrite(role);
      // A Function gives these to a role that it makes itself, and to no other.
      if (logged.getVpc() != null) {
        role.addToPolicy(
            PolicyStatement.Builder.create()
                .actions(NETWORK_ACTIONS)
                .resources(List.of("*"))
                .build());
      }
      builder.role(role);
    }
    return builder.build();
  }
}

package coldbench.cdk;

import software.amazon.awscdk.RemovalPolicy;
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
 * the function and keeps a month, and a role that may write that log and nothing else.
 */
public class NativeJavaFunction extends Function {
  public NativeJavaFunction(Construct scope, String id, NativeJavaFunctionProps props) {
    super(scope, id, complete(scope, id, props));
  }

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
    if (set.getLogGroup() == null) {
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
      builder.role(role);
    }
    return builder.build();
  }
}

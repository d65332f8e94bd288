package coldbench.deploy;

import coldbench.cdk.NativeJavaFunction;
import coldbench.deploy.functions.FunctionSettings;
import coldbench.deploy.functions.FunctionSettings.Access;
import coldbench.deploy.functions.OwnFunction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.iam.FromRoleArnOptions;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/**
 * The functions' roles: one that may write logs serves all that ask for no more; a function with a
 * policy, a table, a network or tracing gets one of its own.
 */
final class Roles {
  private static final List<String> TRACES =
      List.of("xray:PutTraceSegments", "xray:PutTelemetryRecords");

  private final Construct stack;
  private Optional<Role> shared = Optional.empty();

  Roles(Construct stack) {
    this.stack = stack;
  }

  /** The role of a function, which may be nobody else's. */
  IRole of(Construct function, OwnFunction target, Optional<Table> table) {
    FunctionSettings settings = target.settings();
    if (settings.access() instanceof Access.Role given) {
      return Role.fromRoleArn(
          function, "Role", given.arn(), FromRoleArnOptions.builder().mutable(false).build());
    }
    if (settings.access() instanceof Access.LogOnly
        && settings.vpc().isEmpty()
        && table.isEmpty()
        && !settings.tracing()) {
      return shared();
    }
    Role own = role(function, "Role", "What the function " + target.label() + " may do");
    if (settings.access() instanceof Access.Policy policy) {
      policy.statements().forEach(each -> own.addToPolicy(PolicyStatement.fromJson(each)));
    }
    table.ifPresent(
        given ->
            own.addToPolicy(on(given.getTableArn(), settings.table().orElseThrow().actions())));
    settings.vpc().ifPresent(vpc -> own.addToPolicy(on("*", NativeJavaFunction.NETWORK_ACTIONS)));
    if (settings.tracing()) {
      own.addToPolicy(on("*", TRACES));
    }
    NagSuppressions.acknowledgeOwnPolicy(own, statements(settings));
    return own;
  }

  /** Made when it is first asked for. */
  private Role shared() {
    if (shared.isEmpty()) {
      shared =
          Optional.of(
              role(stack, "FunctionRole", "What the functions may do: write their own logs"));
    }
    return shared.get();
  }

  private static List<Map<String, Object>> statements(FunctionSettings settings) {
    return settings.access() instanceof Access.Policy policy ? policy.statements() : List.of();
  }

  private static PolicyStatement on(String resource, List<String> actions) {
    return PolicyStatement.Builder.create().actions(actions).resources(List.of(resource)).build();
  }

  private static Role role(Construct scope, String id, String description) {
    return Role.Builder.create(scope, id)
        .description(description)
        .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
        .build();
  }
}

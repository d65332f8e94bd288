package coldbench.deploy.functions;

import java.util.Map;
import java.util.Optional;

/**
 * Where a stack is deployed to, as the CDK's CLI hands over what its credentials are for. The stack
 * itself names neither, so that its template can be deployed anywhere: both are empty where it is
 * made without the CLI.
 *
 * @see <a href="https://docs.aws.amazon.com/cdk/v2/guide/environments.html">Environments for the
 *     AWS CDK</a>
 */
public record Destination(Optional<String> account, Optional<String> region) {
  /** As the environment of a process tells it. */
  public static Destination of(Map<String, String> environment) {
    return new Destination(
        Optional.ofNullable(environment.get("CDK_DEFAULT_ACCOUNT")),
        Optional.ofNullable(environment.get("CDK_DEFAULT_REGION")));
  }
}

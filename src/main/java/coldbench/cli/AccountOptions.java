package coldbench.cli;

import coldbench.aws.AccountException;
import coldbench.aws.Clients;
import coldbench.aws.Deployment;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which deployment a command is about. */
final class AccountOptions {
  @Option(
      names = "--env",
      paramLabel = "NAME",
      description =
          "The deployed environment, as in 'npx cdk deploy -c env=NAME' (default: ${DEFAULT-VALUE}).")
  String env = "dev";

  /** What a command does with a deployment. */
  interface Work {
    int with(Clients clients, Deployment deployment) throws Exception;
  }

  /**
   * Does it; what the account refuses before anything was started is wrong usage.
   *
   * @throws InvalidOptionsException if the deployment cannot be reached
   */
  int work(Map<String, String> environment, Work work) throws Exception {
    try (Clients clients = Clients.of(environment)) {
      return work.with(clients, Deployment.find(clients, env));
    } catch (AccountException e) {
      throw new InvalidOptionsException(String.valueOf(e.getMessage()));
    }
  }
}

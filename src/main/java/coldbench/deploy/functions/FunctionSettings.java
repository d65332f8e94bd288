package coldbench.deploy.functions;

import coldbench.lambda.Quotas;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a function's configuration has beside its package.
 *
 * @param environment its own variables
 * @param access what it may do beside writing its log
 * @param timeoutSeconds how long one call may take, 1 to 900
 * @param ephemeralStorageMb size of {@code /tmp}, 512 to 10240 MB
 * @param vpc the network that it is in; none for Lambda's own
 * @param tracing whether X-Ray traces it
 * @param table that it works on; none where it asks for none
 * @param before JSON of a call between the cold and the warm ones that is not measured
 */
public record FunctionSettings(
    Map<String, String> environment,
    Access access,
    List<Layer> layers,
    int timeoutSeconds,
    int ephemeralStorageMb,
    Optional<Vpc> vpc,
    boolean tracing,
    Optional<Table> table,
    Optional<String> before) {
  public static final int DEFAULT_TIMEOUT_SECONDS = 30;

  /** No variables, no layers, no permission but for the log. */
  public static final FunctionSettings DEFAULTS =
      new FunctionSettings(
          Map.of(),
          new Access.LogOnly(),
          List.of(),
          DEFAULT_TIMEOUT_SECONDS,
          Quotas.STORAGE_LEAST_MB,
          Optional.empty(),
          false,
          Optional.empty(),
          Optional.empty());

  public FunctionSettings {
    environment = Map.copyOf(environment);
    layers = List.copyOf(layers);
  }

  /** The same with these variables. */
  FunctionSettings withEnvironment(Map<String, String> variables) {
    return new FunctionSettings(
        variables, access, layers, timeoutSeconds, ephemeralStorageMb, vpc, tracing, table, before);
  }

  /** What a function's role lets it do. */
  public sealed interface Access {
    /** What every function of ours may do. */
    record LogOnly() implements Access {}

    /**
     * A role of its own that also has these statements.
     *
     * @param statements of an IAM policy, as JSON has them
     */
    record Policy(List<Map<String, Object>> statements) implements Access {
      public Policy {
        statements = List.copyOf(statements);
      }
    }

    /** A role that exists. */
    record Role(String arn) implements Access {}
  }

  /** What is unpacked to {@code /opt}. */
  public sealed interface Layer {
    /** A version that exists. */
    record Published(String arn) implements Layer {}

    /** A folder or a zip file, deployed as a layer of the stack. */
    record Local(Path path) implements Layer {}
  }

  /**
   * A table of DynamoDB, which the stack makes.
   *
   * @param partitionKey the name of its key, a text
   * @param actions of IAM that the function may do with it
   */
  public record Table(String partitionKey, List<String> actions) {
    /** The function's variable with the table's name. */
    public static final String VARIABLE = "TABLE_NAME";

    public Table {
      actions = List.copyOf(actions);
    }
  }

  /** Ids of subnets and security groups. */
  public record Vpc(List<String> subnets, List<String> securityGroups) {
    public Vpc {
      subnets = List.copyOf(subnets);
      securityGroups = List.copyOf(securityGroups);
    }
  }
}

package coldbench.local;

import coldbench.emulator.FunctionSpec;
import coldbench.emulator.Surroundings;
import coldbench.local.dynamodb.DynamoDb;
import coldbench.local.dynamodb.LocalTable;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The services that functions call here in place of AWS's, started where one of them asks. */
public final class LocalServices implements AutoCloseable {
  private final Optional<DynamoDb> dynamo;
  private final Map<String, FunctionSpec> functions;

  private LocalServices(Optional<DynamoDb> dynamo, Map<String, FunctionSpec> functions) {
    this.dynamo = dynamo;
    this.functions = functions;
  }

  /**
   * Starts what the functions need.
   *
   * @param functions by label
   * @param tables that a function works on, by its label
   * @param progress gets a line before each step that takes time
   * @throws UnavailableHereException if a service cannot be had here
   */
  public static LocalServices start(
      Map<String, FunctionSpec> functions,
      Map<String, List<LocalTable>> tables,
      Consumer<String> progress)
      throws InterruptedException {
    Set<LocalTable> wanted = new LinkedHashSet<>();
    functions.keySet().forEach(label -> wanted.addAll(tables.getOrDefault(label, List.of())));
    if (wanted.isEmpty()) {
      return new LocalServices(Optional.empty(), functions);
    }
    try {
      DynamoDb dynamo = DynamoDb.start(System.getenv(), progress);
      try {
        for (LocalTable table : wanted) {
          dynamo.create(table);
        }
      } catch (IOException | InterruptedException e) {
        dynamo.close();
        throw e;
      }
      Map<String, FunctionSpec> placed = new LinkedHashMap<>();
      functions.forEach(
          (label, function) ->
              placed.put(
                  label,
                  tables.getOrDefault(label, List.of()).isEmpty()
                      ? function
                      : beside(dynamo, function)));
      return new LocalServices(Optional.of(dynamo), placed);
    } catch (IOException e) {
      throw new UnavailableHereException(String.valueOf(e.getMessage()));
    }
  }

  private static FunctionSpec beside(DynamoDb dynamo, FunctionSpec function) {
    Map<String, String> variables = new HashMap<>(dynamo.environment());
    // The JVM's options are one variable: the function's stay.
    variables.computeIfPresent(
        "JDK_JAVA_OPTIONS",
        (name, ours) -> (function.environment().getOrDefault(name, "") + " " + ours).strip());
    return function.withSurroundings(new Surroundings(variables, List.of(dynamo.folder())));
  }

  /** The functions, each with what it needs to reach its services. */
  public Map<String, FunctionSpec> functions() {
    return functions;
  }

  /** What stands in for AWS's services, by their names; empty where no function calls one. */
  public Map<String, String> descriptions() {
    return dynamo.isPresent() ? Map.of("dynamodb", DynamoDb.DESCRIPTION) : Map.of();
  }

  /** Ends them. */
  @Override
  public void close() throws IOException {
    if (dynamo.isPresent()) {
      dynamo.get().close();
    }
  }
}

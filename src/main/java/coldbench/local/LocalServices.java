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
import java.util.stream.Collectors;

/** The services that functions call here in place of AWS's, started where one of them asks. */
public final class LocalServices implements AutoCloseable {
  private final Optional<DynamoDb> dynamo;
  private final Map<String, FunctionSpec> functions;
  private final Map<String, List<LocalTable>> tables;

  private LocalServices(
      Optional<DynamoDb> dynamo,
      Map<String, FunctionSpec> functions,
      Map<String, List<LocalTable>> tables) {
    this.dynamo = dynamo;
    this.functions = functions;
    this.tables = tables;
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
    Map<String, List<LocalTable>> asked = new HashMap<>(tables);
    asked.keySet().retainAll(functions.keySet());
    Set<LocalTable> wanted = wanted(asked);
    if (wanted.isEmpty()) {
      return new LocalServices(Optional.empty(), functions, asked);
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
      return new LocalServices(Optional.of(dynamo), functions, asked);
    } catch (IOException e) {
      throw new UnavailableHereException(String.valueOf(e.getMessage()));
    }
  }

  private static Set<LocalTable> wanted(Map<String, List<LocalTable>> tables) {
    return tables.values().stream()
        .flatMap(List::stream)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * Lets the services be as fast as they become, so that what is measured does not depend on it.
   */
  public void warmUp() throws IOException, InterruptedException {
    if (dynamo.isPresent()) {
      for (LocalTable table : wanted(tables)) {
        dynamo.get().warmUp(table);
      }
    }
  }

  /** A function with what it needs to reach its services. */
  public FunctionSpec placed(String label, FunctionSpec function) {
    return dynamo.isEmpty() || tables.getOrDefault(label, List.of()).isEmpty()
        ? function
        : beside(dynamo.get(), function);
  }

  private static FunctionSpec beside(DynamoDb dynamo, FunctionSpec function) {
    Map<String, String> variables = new HashMap<>(dynamo.environment());
    // The JVM's options are one variable: the function's stay.
    variables.computeIfPresent(
        "JDK_JAVA_OPTIONS",
        (name, ours) -> (function.environment().getOrDefault(name, "") + " " + ours).strip());
    variables.putAll(function.surroundings().variables());
    return function.withSurroundings(new Surroundings(variables, List.of(dynamo.folder())));
  }

  /** The functions, each with what it needs to reach its services. */
  public Map<String, FunctionSpec> functions() {
    Map<String, FunctionSpec> placed = new LinkedHashMap<>();
    functions.forEach((label, function) -> placed.put(label, placed(label, function)));
    return placed;
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

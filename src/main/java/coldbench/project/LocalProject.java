package coldbench.project;

import coldbench.deploy.functions.FunctionSettings;
import coldbench.deploy.functions.FunctionSettings.Layer;
import coldbench.deploy.functions.OwnFunction;
import coldbench.deploy.functions.ProjectEntry;
import coldbench.emulator.FunctionSpec;
import coldbench.emulator.Surroundings;
import coldbench.lambda.Architecture;
import coldbench.local.dynamodb.LocalTable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A native Java function that runs here, natively or on a JVM.
 *
 * @param architecture of this machine, as Lambda names it
 */
public record LocalProject(
    FunctionProject project, Libraries libraries, boolean isNative, String architecture) {
  private static final String REGION = "us-east-1";
  private static final List<String> CREDENTIALS =
      List.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN");
  private static final int MEMORY_MB = 128;

  /** What it needs of a build. */
  public FunctionProject.Packages packages() {
    return isNative
        ? new FunctionProject.Packages.Native(architecture)
        : new FunctionProject.Packages.Jvm();
  }

  /** The event that its entry says it is called with, as JSON. */
  public Optional<String> event() {
    return entry().event();
  }

  /**
   * What of an environment such a function gets in place of its role's credentials: as a developer
   * has none of Lambda's, it may do what the developer may.
   */
  private static Map<String, String> credentials(Map<String, String> environment) {
    Map<String, String> credentials = new TreeMap<>(environment);
    credentials.keySet().retainAll(CREDENTIALS);
    return credentials;
  }

  /** What it is in the local Lambda. */
  public FunctionSpec spec() {
    return spec(isNative ? project.executable(architecture) : project.jvm());
  }

  /** The same with its package elsewhere. */
  public FunctionSpec spec(Path code) {
    OwnFunction entry = entry();
    FunctionSettings settings = entry.settings();
    Map<String, String> variables = new TreeMap<>(settings.environment());
    tables(entry).forEach(table -> variables.put(FunctionSettings.Table.VARIABLE, table.name()));
    String region = System.getenv().getOrDefault("AWS_REGION", REGION);
    return new FunctionSpec(
        project.name(),
        code,
        isNative ? "provided.al2023" : "java25",
        isNative ? "bootstrap" : "coldbench.runtime.ManagedFunction::handleRequest",
        architecture,
        isNative ? MEMORY_MB : 4 * MEMORY_MB,
        Duration.ofSeconds(settings.timeoutSeconds()),
        variables,
        layers(settings, Layer.Local.class).map(Layer.Local::path).toList(),
        settings.ephemeralStorageMb(),
        region,
        "arn:aws:lambda:" + region + ":123456789012:function:" + project.name(),
        Surroundings.withCredentials(credentials(System.getenv())));
  }

  /** The tables that its entry asks for. */
  public List<LocalTable> tables() {
    return tables(entry());
  }

  private static List<LocalTable> tables(OwnFunction entry) {
    return entry.settings().table().stream()
        .map(table -> LocalTable.keyedBy(entry.label() + "-table", table.partitionKey()))
        .toList();
  }

  /** What its entry asks for and only an account has, a sentence each. */
  public List<String> notes() {
    FunctionSettings settings = entry().settings();
    List<String> missing = new ArrayList<>();
    settings.vpc().ifPresent(vpc -> missing.add("its network (vpc)"));
    if (settings.tracing()) {
      missing.add("X-Ray (tracing)");
    }
    layers(settings, Layer.Published.class)
        .forEach(layer -> missing.add("the layer " + layer.arn()));
    return missing.stream().map(what -> project.name() + " runs here without " + what).toList();
  }

  private static <L extends Layer> Stream<L> layers(FunctionSettings settings, Class<L> kind) {
    return settings.layers().stream().filter(kind::isInstance).map(kind::cast);
  }

  /**
   * What is said of it, as of now.
   *
   * @throws InvalidProjectException if that cannot be used
   */
  private OwnFunction entry() {
    List<String> problems = new ArrayList<>();
    Architecture here = Architecture.named(architecture).orElseThrow();
    return ProjectEntry.read(project.folder(), problems)
        .flatMap(entry -> entry.function(here, System.getenv(), problems))
        .orElseThrow(() -> new InvalidProjectException(problems));
  }
}

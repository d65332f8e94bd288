package coldbench.project;

import coldbench.deploy.functions.Variables;
import coldbench.emulator.FunctionSpec;
import coldbench.emulator.Surroundings;
import coldbench.json.InvalidJsonException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

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
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  public void build(Consumer<String> progress)
      throws IOException, InterruptedException, BuildFailedException {
    project.build(
        libraries,
        isNative
            ? new FunctionProject.Packages.Native(architecture)
            : new FunctionProject.Packages.Jvm(),
        progress);
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
  public FunctionSpec spec() throws IOException {
    return spec(isNative ? project.executable(architecture) : project.jvm());
  }

  /** The same with its package elsewhere. */
  public FunctionSpec spec(Path code) throws IOException {
    String region = System.getenv().getOrDefault("AWS_REGION", REGION);
    return new FunctionSpec(
            project.name(),
            code,
            isNative ? "provided.al2023" : "java25",
            isNative ? "bootstrap" : "coldbench.runtime.ManagedFunction::handleRequest",
            architecture,
            isNative ? MEMORY_MB : 4 * MEMORY_MB,
            TIMEOUT,
            environment(),
            region,
            "arn:aws:lambda:" + region + ":123456789012:function:" + project.name())
        .withSurroundings(Surroundings.withCredentials(credentials(System.getenv())));
  }

  /** Its variables, with those of this command where they say so. */
  private Map<String, String> environment() throws IOException {
    List<String> problems = new ArrayList<>();
    try {
      Map<String, String> variables =
          Variables.ofFirstEntry(project.entries(), System.getenv(), problems);
      if (problems.isEmpty()) {
        return variables;
      }
    } catch (InvalidJsonException e) {
      problems.add("%s %s: correct the file".formatted(project.entries(), e.getMessage()));
    }
    throw new InvalidProjectException(problems);
  }
}

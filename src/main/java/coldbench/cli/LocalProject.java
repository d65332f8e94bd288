package coldbench.cli;

import coldbench.deploy.functions.Variables;
import coldbench.emulator.FunctionSpec;
import coldbench.project.BuildFailedException;
import coldbench.project.FunctionProject;
import coldbench.project.Libraries;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A native Java function that runs here, natively or on a JVM.
 *
 * @param architecture of this machine, as Lambda names it
 */
record LocalProject(
    FunctionProject project, Libraries libraries, boolean isNative, String architecture) {
  private static final String REGION = "us-east-1";
  private static final int MEMORY_MB = 128;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  void build(Consumer<String> progress)
      throws IOException, InterruptedException, BuildFailedException {
    project.build(
        libraries,
        isNative
            ? new FunctionProject.Packages.Native(architecture)
            : new FunctionProject.Packages.Jvm(),
        progress);
  }

  /** What it is in the local Lambda. */
  FunctionSpec spec() throws IOException {
    return spec(isNative ? project.executable(architecture) : project.jvm());
  }

  /** The same with its package elsewhere. */
  FunctionSpec spec(Path code) throws IOException {
    return new FunctionSpec(
        project.name(),
        code,
        isNative ? "provided.al2023" : "java25",
        isNative ? "bootstrap" : "coldbench.runtime.ManagedFunction::handleRequest",
        architecture,
        isNative ? MEMORY_MB : 4 * MEMORY_MB,
        TIMEOUT,
        environment(),
        REGION,
        "arn:aws:lambda:" + REGION + ":123456789012:function:" + project.name());
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
    } catch (JsonProcessingException e) {
      problems.add(
          "%s is not valid JSON (%s, line %d): correct the file"
              .formatted(project.entries(), e.getOriginalMessage(), e.getLocation().getLineNr()));
    }
    throw new InvalidOptionsException(problems);
  }
}

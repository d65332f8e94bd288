package coldbench.microbench;

import coldbench.emulator.SandboxTimer;
import coldbench.emulator.interpreter.PythonEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * One of the runtimes that are compared.
 *
 * @param files what is deployed of it
 * @param buildSeconds what compiling it took, where it is compiled
 */
public record Contender(
    String name, SandboxTimer.Program program, List<Path> files, OptionalDouble buildSeconds) {

  /** What Lambda tells each function, and without which AWS's runtime clients do not start. */
  private static final Map<String, String> OF_LAMBDA =
      Map.of(
          "AWS_LAMBDA_FUNCTION_NAME", "bench",
          "AWS_LAMBDA_FUNCTION_VERSION", "$LATEST",
          "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "128",
          "AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/bench",
          "AWS_LAMBDA_LOG_STREAM_NAME", "bench");

  /** A program that speaks the Runtime API by itself. */
  public static Contender executable(String name, Path program, OptionalDouble buildSeconds) {
    return new Contender(
        name,
        new SandboxTimer.Program(List.of(program.toString()), program.getRoot(), OF_LAMBDA),
        List.of(program),
        buildSeconds);
  }

  /**
   * The native function's classes on the JVM of this process, with the options of Lambda's managed
   * Java.
   *
   * @param folder of its jars
   */
  public static Contender jvm(Path folder) throws IOException {
    List<Path> jars = new ArrayList<>();
    try (var files = Files.list(folder)) {
      files.sorted().forEach(jars::add);
    }
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        List.of(
            java,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            folder + "/*",
            "coldbench.function.Main");
    SandboxTimer.Program program = new SandboxTimer.Program(command, folder, OF_LAMBDA);
    return new Contender("Java on a JVM", program, jars, OptionalDouble.empty());
  }

  /**
   * The Python function with AWS's runtime interface client.
   *
   * @param folder of its {@code app.py}
   */
  public static Contender python(PythonEnvironment python, Path folder) {
    List<String> command =
        List.of(python.executable().toString(), "-B", "-m", "awslambdaric", "app.handler");
    Map<String, String> environment = new HashMap<>(OF_LAMBDA);
    environment.put("PYTHONPATH", "/var/runtime");
    SandboxTimer.Program program = new SandboxTimer.Program(command, folder, environment);
    return new Contender(
        "Python " + python.version(),
        program,
        List.of(folder.resolve("app.py")),
        OptionalDouble.empty());
  }
}

package coldbench.emulator;

import coldbench.emulator.interpreter.JavaEnvironment;
import coldbench.emulator.interpreter.PythonEnvironment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the process of a function is started and what its environment adds.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html">Lambda
 *     runtimes</a>
 */
sealed interface LambdaRuntime {
  /** The program to run and its arguments. */
  List<String> command(Path taskRoot, FunctionState function);

  /** A folder outside of the package that the program needs. */
  Path home();

  /** Why the program cannot be started, in Lambda's words; empty if it can. */
  Optional<String> startError(Path code, String architecture);

  /** The variable {@code PATH}. */
  String path();

  /** What {@code LD_LIBRARY_PATH} has before the folders that all runtimes share. */
  String libraryPathPrefix();

  Map<String, String> languageVariables();

  /** An OS-only runtime ({@code provided…}): the package's own {@code bootstrap}. */
  record Provided() implements LambdaRuntime {
    @Override
    public Path home() {
      return Path.of("/usr");
    }

    @Override
    public List<String> command(Path taskRoot, FunctionState function) {
      return List.of(taskRoot.resolve("bootstrap").toString());
    }

    @Override
    public Optional<String> startError(Path code, String architecture) {
      return Executable.startError(code.resolve("bootstrap"), architecture);
    }

    @Override
    public String path() {
      return "/usr/local/bin:/usr/bin/:/bin:/opt/bin";
    }

    @Override
    public String libraryPathPrefix() {
      return "";
    }

    @Override
    public Map<String, String> languageVariables() {
      return Map.of();
    }
  }

  /** A runtime that Lambda manages, its language in {@code /var/lang}. */
  sealed interface Managed extends LambdaRuntime {
    @Override
    default Optional<String> startError(Path code, String architecture) {
      return Optional.empty();
    }

    @Override
    default String path() {
      return "/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin";
    }

    @Override
    default String libraryPathPrefix() {
      return "/var/lang/lib:";
    }
  }

  /**
   * Python, under AWS's own runtime interface client.
   *
   * @param layered whether there are layers to look in
   */
  record Python(String identifier, PythonEnvironment python, boolean layered) implements Managed {
    @Override
    public Path home() {
      return python.executable().resolve("../..").normalize();
    }

    @Override
    public List<String> command(Path taskRoot, FunctionState function) {
      // -B: Lambda's task root is read-only, so no byte code is ever kept there.
      return List.of(
          python.executable().toString(), "-B", "-m", "awslambdaric", function.handler());
    }

    @Override
    public Map<String, String> languageVariables() {
      // Lambda's bootstrap adds the layers' folders itself, in this order.
      String layers = "/opt/python/lib/" + identifier + "/site-packages:/opt/python";
      return Map.of(
          "AWS_EXECUTION_ENV",
          "AWS_Lambda_" + identifier,
          "PYTHONPATH",
          layered ? "/var/runtime:" + layers : "/var/runtime");
    }
  }

  /**
   * Java, under AWS's own runtime interface client, with the options of the managed runtimes as
   * {@code ps} shows them there (of java17 and later): the heap gets 85 % of the memory size. What
   * is not here is Lambda's own archive of shared classes; the JDK's is used.
   *
   * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/java-customization.html">Java
   *     startup behavior</a>
   */
  record Java(String identifier, JavaEnvironment java) implements Managed {
    private static final Set<String> NATIVE_ACCESS = Set.of("java25");
    private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

    @Override
    public Path home() {
      return java.client();
    }

    @Override
    public List<String> command(Path taskRoot, FunctionState function) {
      List<String> command = new ArrayList<>();
      command.add(java.executable().toString());
      if (NATIVE_ACCESS.contains(identifier)) {
        // AWS's client loads a library; JDK 24 and later warn of it in the log otherwise.
        command.add("--enable-native-access=ALL-UNNAMED");
      }
      command.addAll(
          List.of(
              "-XX:MaxHeapSize=" + Math.round(function.memoryMb() * 1024 * 0.85) + "k",
              "-XX:+UseSerialGC",
              "-XX:+TieredCompilation",
              "-XX:TieredStopAtLevel=1",
              "-Djava.net.preferIPv4Stack=true",
              "-XX:+ErrorFileToStderr",
              "-classpath",
              java.client() + "/*",
              MAIN,
              function.handler()));
      return command;
    }

    @Override
    public Map<String, String> languageVariables() {
      return Map.of("AWS_EXECUTION_ENV", "AWS_Lambda_" + identifier);
    }
  }
}

package coldbench.host;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the process of a function is started and what its environment adds.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html">Lambda
 *     runtimes</a>
 */
sealed interface LambdaRuntime {
  /** The program to run and its arguments. */
  List<String> command(Path taskRoot, String handler);

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
    public List<String> command(Path taskRoot, String handler) {
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

  /** Python, under AWS's own runtime interface client. */
  record Python(String identifier, PythonEnvironment python) implements LambdaRuntime {
    @Override
    public Path home() {
      return python.executable().resolve("../..").normalize();
    }

    @Override
    public List<String> command(Path taskRoot, String handler) {
      // -B: Lambda's task root is read-only, so no byte code is ever kept there.
      return List.of(python.executable().toString(), "-B", "-m", "awslambdaric", handler);
    }

    @Override
    public Optional<String> startError(Path code, String architecture) {
      return Optional.empty();
    }

    @Override
    public String path() {
      return "/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin";
    }

    @Override
    public String libraryPathPrefix() {
      return "/var/lang/lib:";
    }

    @Override
    public Map<String, String> languageVariables() {
      return Map.of("AWS_EXECUTION_ENV", "AWS_Lambda_" + identifier, "PYTHONPATH", "/var/runtime");
    }
  }
}

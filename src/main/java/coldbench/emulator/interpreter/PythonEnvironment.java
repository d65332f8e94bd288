package coldbench.emulator.interpreter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A virtual environment with AWS's runtime interface client, made once per user and Python in
 * {@code ${XDG_CACHE_HOME:-~/.cache}/coldbench}. What is installed is pinned, with hashes.
 *
 * @param executable its {@code python}
 * @param version of Python, e.g. {@code 3.13.0}
 * @param awslambdaric version of the runtime interface client
 * @see <a href="https://pypi.org/project/awslambdaric/">awslambdaric</a>
 */
public record PythonEnvironment(Path executable, String version, String awslambdaric) {
  private static final Duration INSTALL_LIMIT = Duration.ofMinutes(9);
  private static final Duration START_LIMIT = Duration.ofMinutes(1);

  /** For people, e.g. {@code CPython 3.13.0 with awslambdaric 4.2.2}. */
  public String description() {
    return "CPython " + version + " with awslambdaric " + awslambdaric;
  }

  /**
   * Finds a Python, 3.13 before others from 3.10 on, and makes the environment if it is not there
   * yet (seconds, and a download).
   *
   * @param environment the user's variables: PATH, HOME, XDG_CACHE_HOME, and what pip reads
   * @param progress gets a line before each step that takes time
   * @throws PythonUnavailableException if there is no Python, or its packages cannot be installed
   */
  public static PythonEnvironment prepare(
      Map<String, String> environment, Consumer<String> progress)
      throws PythonUnavailableException, InterruptedException {
    PythonFinder.Python base = new PythonFinder(environment).find();
    if (!base.version().startsWith(PythonFinder.WANTED + ".")) {
      progress.accept(
          "No Python " + PythonFinder.WANTED + " here: using " + base.version() + " instead");
    }
    String requirements = requirements();
    String id = Integer.toHexString(Objects.hash(requirements, base.executable().toString()));
    Path home = Cache.folder(environment).resolve("python-" + base.version() + "-" + id);
    PythonEnvironment prepared =
        new PythonEnvironment(
            home.resolve("bin/python"), base.version(), pinnedVersion(requirements));
    if (!prepared.starts(environment)) {
      progress.accept(
          "Installing awslambdaric and boto3 for Python " + base.version() + " into " + home);
      install(base, home, requirements, environment);
    }
    return prepared;
  }

  private boolean starts(Map<String, String> environment) throws InterruptedException {
    List<String> probe =
        List.of(executable.toString(), "-c", "import awslambdaric.bootstrap, runtime_client");
    return Files.isExecutable(executable) && Subprocess.run(probe, environment, START_LIMIT).ok();
  }

  private static void install(
      PythonFinder.Python base, Path home, String requirements, Map<String, String> environment)
      throws PythonUnavailableException, InterruptedException {
    try {
      Files.createDirectories(home.getParent());
      // Made aside and moved in one step: two tools at once, or a killed one, leave no half of it.
      Path making = Files.createTempDirectory(home.getParent(), "python-making-");
      try {
        Path list = Files.writeString(making.resolve("requirements.txt"), requirements);
        String python = making.resolve("bin/python").toString();
        run(List.of(base.executable().toString(), "-m", "venv", making.toString()), environment);
        run(
            List.of(
                python,
                "-m",
                "pip",
                "install",
                "--disable-pip-version-check",
                "--no-input",
                "--require-hashes",
                "--only-binary",
                "awslambdaric",
                "-r",
                list.toString()),
            environment);
        if (base.minor() < 12) {
          // Its .pth file runs at every start of Python and would be measured as the function's.
          run(List.of(python, "-m", "pip", "uninstall", "-y", "setuptools"), environment);
        }
        Cache.delete(home);
        Files.move(making, home, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Cache.delete(making);
      }
    } catch (IOException e) {
      throw new PythonUnavailableException(
          "The Python environment " + home + " cannot be made: " + e);
    }
  }

  private static void run(List<String> command, Map<String, String> environment)
      throws PythonUnavailableException, InterruptedException {
    Subprocess.Result result = Subprocess.run(command, environment, INSTALL_LIMIT);
    if (!result.ok()) {
      throw new PythonUnavailableException(
          "The Python environment cannot be made: "
              + String.join(" ", command)
              + " failed (is PyPI reachable?):\n"
              + result.output());
    }
  }

  private static String requirements() {
    try (InputStream in = PythonEnvironment.class.getResourceAsStream("requirements.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String pinnedVersion(String requirements) {
    String pin = "awslambdaric==";
    int from = requirements.indexOf("\n" + pin) + 1 + pin.length();
    return requirements.substring(from, requirements.indexOf(' ', from));
  }
}

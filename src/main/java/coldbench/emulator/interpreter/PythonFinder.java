package coldbench.emulator.interpreter;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds a Python on this machine. One counts only if it starts: a shim of a version manager may
 * name a version that is not there.
 */
public final class PythonFinder {
  /** The version of the deployed function; others are taken where it is missing. */
  static final String WANTED = "3.13";

  private static final int OLDEST_MINOR = 10;

  /** The oldest version that will do. */
  public static final String OLDEST = "3." + OLDEST_MINOR;

  private static final Duration START_LIMIT = Duration.ofSeconds(30);
  private static final Pattern VERSION = Pattern.compile("3\\.(\\d+)\\.\\S+");

  /** Prints the version; fails where venv or pip's bundle is missing, as on a bare Debian. */
  private static final String PROBE =
      "import sys, platform; print(platform.python_version()); import venv, ensurepip";

  private final Map<String, String> environment;
  private final List<String> withoutVenv = new ArrayList<>();
  private final List<String> tooOld = new ArrayList<>();

  /** A Python that starts, can make environments and is new enough. */
  public record Python(Path executable, String version, int minor) {}

  public PythonFinder(Map<String, String> environment) {
    this.environment = environment;
  }

  /** The wanted version if there is one, else the first that will do. */
  public Python find() throws PythonUnavailableException, InterruptedException {
    List<Python> found = new ArrayList<>();
    for (Path candidate : candidates()) {
      Optional<Python> python = probe(candidate);
      if (python.isPresent() && python.get().version().startsWith(WANTED + ".")) {
        return python.get();
      }
      python.ifPresent(found::add);
    }
    return found.stream()
        .max(Comparator.comparingInt(Python::minor))
        .orElseThrow(() -> new PythonUnavailableException(whyNone()));
  }

  private String whyNone() {
    if (!withoutVenv.isEmpty()) {
      return "Python's venv module is missing (tried "
          + String.join(", ", withoutVenv)
          + "): install it, on Debian and Ubuntu with: apt install python3-venv";
    }
    String old = tooOld.isEmpty() ? "" : " (too old: " + String.join(", ", tooOld) + ")";
    return "No Python 3.10 or newer was found"
        + old
        + ": install Python "
        + WANTED
        + " so that python3.13 or python3 on the PATH starts it";
  }

  private Set<Path> candidates() {
    Set<Path> all = new LinkedHashSet<>();
    List<Path> folders =
        Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
            .filter(folder -> !folder.isBlank())
            .map(Path::of)
            .toList();
    folders.forEach(folder -> all.add(folder.resolve("python" + WANTED)));
    all.addAll(pyenvVersions());
    folders.forEach(folder -> all.add(folder.resolve("python3")));
    all.removeIf(path -> !Files.isExecutable(path));
    return all;
  }

  private List<Path> pyenvVersions() {
    String home = environment.getOrDefault("HOME", "/");
    Path root = Path.of(environment.getOrDefault("PYENV_ROOT", home + "/.pyenv"));
    try (Stream<Path> versions = Files.list(root.resolve("versions"))) {
      return versions.map(version -> version.resolve("bin/python3")).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private Optional<Python> probe(Path executable) throws InterruptedException {
    Subprocess.Result result =
        Subprocess.run(List.of(executable.toString(), "-c", PROBE), environment, START_LIMIT);
    Matcher version = VERSION.matcher(result.output().lines().findFirst().orElse(""));
    if (!version.matches()) {
      return Optional.empty();
    }
    int minor = Integer.parseInt(version.group(1));
    if (minor < OLDEST_MINOR) {
      tooOld.add(executable + " is " + version.group());
      return Optional.empty();
    }
    if (!result.ok()) {
      withoutVenv.add(executable.toString());
      return Optional.empty();
    }
    return Optional.of(new Python(executable, version.group(), minor));
  }
}

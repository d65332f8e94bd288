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
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds a JVM on this machine. One counts only if it starts. */
final class JavaFinder {
  private static final Duration START_LIMIT = Duration.ofSeconds(30);
  private static final Pattern FEATURE =
      Pattern.compile("java\\.specification\\.version = (?:1\\.)?(\\d+)");
  private static final Pattern VERSION = Pattern.compile("java\\.runtime\\.version = (\\S+)");
  private static final Pattern HOME = Pattern.compile("java\\.home = (.+)");

  private final Map<String, String> environment;

  /**
   * A JVM that starts.
   *
   * @param version as it names itself, for example {@code 25.0.3+9-LTS}
   */
  record Java(Path executable, int feature, String version) {}

  /**
   * @param environment PATH, JAVA_HOME and HOME are looked at
   */
  JavaFinder(Map<String, String> environment) {
    this.environment = environment;
  }

  /** The oldest one that is at least of the wanted version: the closest to what Lambda runs. */
  Java find(int wanted) throws JavaUnavailableException, InterruptedException {
    List<Java> found = new ArrayList<>();
    for (Path candidate : candidates()) {
      probe(candidate).ifPresent(found::add);
    }
    return found.stream()
        .filter(java -> java.feature() >= wanted)
        .min(Comparator.comparingInt(Java::feature))
        .orElseThrow(
            () ->
                new JavaUnavailableException(
                    "No JVM of Java %d or newer was found (there are: %s): install one and set JAVA_HOME"
                            .formatted(wanted, versions(found))
                        + " or put it on the PATH, or leave the function out with --functions"));
  }

  private static String versions(List<Java> found) {
    Set<String> versions = new TreeSet<>();
    found.forEach(java -> versions.add(java.version()));
    return versions.isEmpty() ? "none" : String.join(", ", versions);
  }

  private Set<Path> candidates() {
    Set<Path> all = new LinkedHashSet<>();
    all.add(Path.of(environment.getOrDefault("JAVA_HOME", "/"), "bin/java"));
    Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .forEach(folder -> all.add(Path.of(folder, "java")));
    String home = environment.getOrDefault("HOME", "/");
    for (String folder :
        List.of("/usr/lib/jvm", home + "/.sdkman/candidates/java", home + "/.jdks")) {
      all.addAll(installedIn(Path.of(folder)));
    }
    all.add(Path.of(System.getProperty("java.home"), "bin/java"));
    Set<Path> real = new LinkedHashSet<>();
    for (Path path : all) {
      if (Files.isExecutable(path)) {
        real.add(realPath(path));
      }
    }
    return real;
  }

  private static List<Path> installedIn(Path folder) {
    try (Stream<Path> homes = Files.list(folder)) {
      return homes.map(home -> home.resolve("bin/java")).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Path realPath(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path;
    }
  }

  private Optional<Java> probe(Path executable) throws InterruptedException {
    Subprocess.Result result =
        Subprocess.run(
            List.of(executable.toString(), "-XshowSettings:properties", "-version"),
            environment,
            START_LIMIT);
    Matcher feature = FEATURE.matcher(result.output());
    Matcher version = VERSION.matcher(result.output());
    Matcher home = HOME.matcher(result.output());
    // By its home: what is on the PATH may be a version manager's shim.
    return result.ok() && feature.find() && version.find() && home.find()
        ? Optional.of(
            new Java(
                Path.of(home.group(1).strip(), "bin", "java"),
                Integer.parseInt(feature.group(1)),
                version.group(1)))
        : Optional.empty();
  }
}

package coldbench.project;

import coldbench.deploy.functions.SourceHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A function's folder, as {@link Scaffold} writes it.
 *
 * @param folder with {@code pom.xml} and {@code coldbench.json}
 */
public record FunctionProject(Path folder) {
  /** What a build makes of it. */
  public sealed interface Packages {
    /** The classes for a JVM alone: in seconds. */
    record Jvm() implements Packages {}

    /**
     * The executables as well.
     *
     * @param architecture arm64, x86_64 or all
     */
    record Native(String architecture) implements Packages {}
  }

  public FunctionProject {
    folder = folder.toAbsolutePath().normalize();
  }

  /** Whether a folder can be one. */
  public static boolean isOne(Path folder) {
    FunctionProject project = new FunctionProject(folder);
    return Files.isRegularFile(project.pom()) && Files.isRegularFile(project.entries());
  }

  /** The folder's name, which is the function's. */
  public String name() {
    return String.valueOf(folder.getFileName());
  }

  /** The package with the executable. */
  public Path executable(String architecture) {
    return folder.resolve("target/native").resolve(architecture);
  }

  /** The package for a managed Java runtime. */
  public Path jvm() {
    return folder.resolve("target/jvm");
  }

  /** The event of its test. */
  public Path event() {
    return folder.resolve("src/test/resources/event.json");
  }

  /** How it is built. */
  Path pom() {
    return folder.resolve("pom.xml");
  }

  /** What is said of it to the benchmark. */
  public Path entries() {
    return folder.resolve("coldbench.json");
  }

  /**
   * Whether its packages are there, as its sources make them, so that Maven need not be asked. It
   * is where the pom has a build of its own, which may read what nobody knows of.
   */
  public boolean isBuilt(Libraries libraries, Packages packages) throws IOException {
    Optional<String> installed = isPlain() ? libraries.installed() : Optional.empty();
    return installed.isPresent() && stamp(packages).isOf(sources(installed.get()));
  }

  private boolean isPlain() throws IOException {
    String text = Files.readString(pom());
    return text.contains("<artifactId>coldbench-function-parent</artifactId>")
        && Stream.of("<build>", "<profiles>", "<modules>", "SNAPSHOT").noneMatch(text::contains)
        && !Files.exists(folder.resolve(".mvn"));
  }

  /**
   * What they are made of: each file with its size and its time, the libraries, and the JDK, whose
   * collections become part of an executable.
   *
   * @param libraries what those are made of
   */
  String sources(String libraries) throws IOException {
    StringBuilder all = new StringBuilder(libraries);
    all.append(System.getProperty("java.home")).append(System.getenv("JAVA_HOME"));
    for (Path file : Folders.files(folder.resolve("src/main"), Integer.MAX_VALUE, "")) {
      all.append('\n').append(file).append(' ').append(Files.size(file));
      all.append(' ').append(Files.getLastModifiedTime(file));
    }
    return SourceHash.of(pom(), all.toString());
  }

  private Stamp stamp(Packages packages) {
    String what =
        packages instanceof Packages.Native made ? "native-" + made.architecture() : "jvm";
    return new Stamp(folder.resolve("target").resolve("built-" + what + ".txt"));
  }

  private List<Path> made(Packages packages) {
    if (!(packages instanceof Packages.Native made)) {
      return List.of(jvm());
    }
    return made.architecture().equals("all")
        ? List.of(folder.resolve("target/native"), jvm())
        : List.of(executable(made.architecture()), jvm());
  }

  /**
   * Builds its packages, tests aside, as far as something changed.
   *
   * @param progress takes a line for each step
   */
  public void build(Libraries libraries, Packages packages, Consumer<String> progress)
      throws IOException, InterruptedException, BuildFailedException {
    libraries.install(progress);
    String sources = sources(libraries.sources());
    String what =
        packages instanceof Packages.Native made
            ? "-Dnative.arch=" + made.architecture()
            : "-Dnative.skip=true";
    Maven.run(
        pom(),
        List.of("package", "-Dmaven.test.skip", what),
        line -> {
          if (line.startsWith("[INFO] native: ")) {
            progress.accept(line.substring("[INFO] native: ".length()));
          }
        });
    remember(packages, sources);
  }

  void remember(Packages packages, String sources) throws IOException {
    if (isPlain()) {
      stamp(packages).write(sources, made(packages));
    }
  }
}

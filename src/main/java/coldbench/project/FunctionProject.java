package coldbench.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

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
   * Builds its packages, tests aside, as far as something changed.
   *
   * @param progress takes a line for each step
   */
  public void build(Libraries libraries, Packages packages, Consumer<String> progress)
      throws IOException, InterruptedException, BuildFailedException {
    libraries.install(progress);
    String what =
        packages instanceof Packages.Native made
            ? "-Dnative.arch=" + made.architecture()
            : "-Dnative.skip=true";
    Maven.run(
        pom(),
        List.of("package", "-DskipTests", what),
        line -> {
          if (line.startsWith("[INFO] native: ")) {
            progress.accept(line.substring("[INFO] native: ".length()));
          }
        });
  }
}

package coldbench.maven;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** Compiles the project's classes and its libraries of scope compile and runtime. */
abstract class CompileMojo extends FunctionMojo {
  /** Another C compiler than zig, such as {@code {arch}-linux-musl-gcc}. */
  @Parameter(property = "native.cc")
  private String compiler = "";

  /** What may differ from a JVM, such as {@code format}: see DIFFERENCES.md of lambda/semantics. */
  @Parameter(property = "native.accept")
  private String accept = "";

  /** Where {@code <architecture>/bootstrap} is made. */
  @Parameter(defaultValue = "${project.build.directory}/native")
  private File folder = new File("");

  @Parameter(defaultValue = "${plugin}", readonly = true)
  private PluginDescriptor plugin = new PluginDescriptor();

  /** Compiles nothing: what is tested or run on a JVM does without. */
  @Parameter(property = "native.skip", defaultValue = "false")
  private boolean skip;

  /** arm64, x86_64, all or none. */
  abstract String architecture();

  @Override
  void make(MavenProject project, String mainClass)
      throws IOException, InterruptedException, MojoFailureException {
    if (!skip) {
      run(command(project, mainClass));
    }
  }

  /** In a JVM of its own: TeaVM reads what it compiles, and its own parts, from one class path. */
  private List<String> command(MavenProject project, String mainClass) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        // TeaVM numbers classes by identity hash codes: alike in every JVM, so is the C.
        "-XX:+UnlockExperimentalVMOptions",
        "-XX:hashCode=2",
        "-Dnative.accept=" + text(accept),
        "-classpath",
        String.join(File.pathSeparator, classPath(project)),
        "coldbench.nativebuild.Main",
        mainClass,
        architecture(),
        folder.toString(),
        text(compiler));
  }

  /** The project, its libraries, and what of the compiler is not among them. */
  private List<String> classPath(MavenProject project) {
    Map<String, String> files = new LinkedHashMap<>();
    for (Artifact artifact : project.getArtifacts()) {
      if (artifact.getArtifactHandler().isAddedToClasspath()
          && !Artifact.SCOPE_TEST.equals(artifact.getScope())
          && !Artifact.SCOPE_PROVIDED.equals(artifact.getScope())) {
        files.put(artifact.getDependencyConflictId(), artifact.getFile().toString());
      }
    }
    for (Artifact artifact : plugin.getArtifacts()) {
      if (!artifact.getArtifactId().equals(plugin.getArtifactId())) {
        files.putIfAbsent(artifact.getDependencyConflictId(), artifact.getFile().toString());
      }
    }
    List<String> classPath = new ArrayList<>();
    classPath.add(project.getBuild().getOutputDirectory());
    classPath.addAll(files.values());
    return classPath;
  }

  private void run(List<String> command)
      throws IOException, InterruptedException, MojoFailureException {
    Path errors = Files.createTempFile("native", ".log");
    try {
      Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      try (BufferedReader progress = process.inputReader(UTF_8)) {
        for (String line = progress.readLine(); line != null; line = progress.readLine()) {
          getLog().info(line);
        }
        if (process.waitFor() != 0) {
          throw new MojoFailureException(Files.readString(errors).strip());
        }
      } finally {
        process.destroy();
      }
    } finally {
      Files.delete(errors);
    }
  }
}

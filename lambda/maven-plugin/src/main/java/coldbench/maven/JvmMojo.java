package coldbench.maven;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Makes {@code target/jvm}: the same classes for a managed Java runtime, which takes jars from
 * {@code lib/}; its handler is {@code coldbench.runtime.ManagedFunction::handleRequest}.
 */
@Mojo(
    name = "jvm",
    defaultPhase = LifecyclePhase.PACKAGE,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public final class JvmMojo extends FunctionMojo {
  /** Where {@code lib/} is made. */
  @Parameter(defaultValue = "${project.build.directory}/jvm")
  private File folder = new File("");

  @Override
  void make(MavenProject project, String mainClass) throws IOException {
    List<Path> jars = new ArrayList<>();
    jars.add(project.getArtifact().getFile().toPath());
    for (Artifact artifact : project.getArtifacts()) {
      if (artifact.getArtifactHandler().isAddedToClasspath()) {
        jars.add(artifact.getFile().toPath());
      }
    }
    Path lib = Files.createDirectories(folder.toPath().resolve("lib"));
    try (Stream<Path> old = Files.list(lib)) {
      for (Path jar : old.toList()) {
        Files.delete(jar);
      }
    }
    Files.writeString(folder.toPath().resolve("coldbench-main.txt"), mainClass + "\n");
    for (Path jar : jars) {
      Files.copy(jar, lib.resolve(jar.getFileName()), REPLACE_EXISTING);
    }
  }
}

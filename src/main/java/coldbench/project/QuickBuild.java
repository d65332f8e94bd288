package coldbench.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A function's classes for a JVM, by this process's own javac: what is saved runs within a second
 * or two. The libraries are those of the last build by Maven.
 */
public final class QuickBuild {
  private final FunctionProject project;
  private int builds;

  public QuickBuild(FunctionProject project) {
    this.project = project;
  }

  /**
   * Makes a package, in a folder of its own below {@code target/serve}.
   *
   * @throws BuildFailedException with javac's errors
   */
  public Path build() throws IOException, BuildFailedException {
    Path made = project.folder().resolve("target/serve").resolve(Integer.toString(++builds));
    Folders.delete(made);
    Path lib = Files.createDirectories(made.resolve("lib"));
    List<Path> libraries = libraries();
    for (Path library : libraries) {
      Files.copy(library, lib.resolve(library.getFileName()));
    }
    Files.copy(project.jvm().resolve("coldbench-main.txt"), made.resolve("coldbench-main.txt"));
    Path resources = project.folder().resolve("src/main/resources");
    if (Files.isDirectory(resources)) {
      Folders.copy(resources, made);
    }
    compile(libraries, made);
    return made;
  }

  /** All but the project's own jar. */
  private List<Path> libraries() throws IOException {
    List<Path> own = Folders.files(project.folder().resolve("target"), 1, ".jar");
    List<String> ownNames = own.stream().map(jar -> String.valueOf(jar.getFileName())).toList();
    return Folders.files(project.jvm().resolve("lib"), 1, ".jar").stream()
        .filter(jar -> !ownNames.contains(String.valueOf(jar.getFileName())))
        .toList();
  }

  private void compile(List<Path> libraries, Path to) throws IOException, BuildFailedException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String path =
        libraries.stream()
            .map(Path::toString)
            .collect(Collectors.joining(java.io.File.pathSeparator));
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    List<String> options =
        new ArrayList<>(List.of("--release", "17", "-nowarn", "-encoding", "UTF-8"));
    options.addAll(List.of("-classpath", path, "-processorpath", path, "-d", to.toString()));
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(problems, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<Path> sources =
          Folders.files(project.folder().resolve("src/main/java"), Integer.MAX_VALUE, ".java");
      boolean compiled =
          compiler
              .getTask(
                  null, files, problems, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      if (!compiled) {
        throw new BuildFailedException(
            problems.getDiagnostics().stream()
                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .map(problem -> problem.toString())
                .collect(Collectors.joining("\n")),
            "javac");
      }
    }
  }
}

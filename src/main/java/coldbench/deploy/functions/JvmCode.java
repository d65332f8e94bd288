package coldbench.deploy.functions;

import coldbench.lambda.Architecture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import software.amazon.awscdk.BundlingOptions;
import software.amazon.awscdk.ILocalBundling;
import software.amazon.awscdk.services.lambda.Code;

/**
 * The native function's classes as a package for a managed Java runtime, which takes jars from
 * {@code lib/}. Made like {@link NativeCode}, by the same build.
 */
final class JvmCode implements ILocalBundling {
  private final Path project;
  private final Architecture architecture;

  private JvmCode(Path project, Architecture architecture) {
    this.project = project;
    this.architecture = architecture;
  }

  static Code of(Path project, Architecture architecture) {
    return LambdaBuild.code(project, "jvm", new JvmCode(project, architecture));
  }

  @Override
  public Boolean tryBundle(String outputFolder, BundlingOptions options) {
    try {
      LambdaBuild.run(project, architecture);
      try (Stream<Path> jars = Files.list(project.resolve("function/target/jvm/lib"))) {
        for (Path jar : jars.toList()) {
          PackageFiles.copy(jar, Path.of(outputFolder, "lib", String.valueOf(jar.getFileName())));
        }
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("the package for a JVM could not be made", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while building the package for a JVM", e);
    }
  }
}

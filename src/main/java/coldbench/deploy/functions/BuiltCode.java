package coldbench.deploy.functions;

import coldbench.deploy.functions.OwnFunction.Built;
import coldbench.lambda.Architecture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awscdk.BundlingOptions;
import software.amazon.awscdk.ILocalBundling;
import software.amazon.awscdk.services.lambda.Code;

/**
 * A package that the Maven project {@code lambda/} makes while the stack is synthesized. The CDK
 * asks for it only where a package is needed: not to list or destroy stacks, and not again while an
 * asset of the same sources is in the output folder.
 */
final class BuiltCode implements ILocalBundling {
  private static final Pattern VERSION = Pattern.compile("-[0-9].*\\.jar$");

  private final Path project;
  private final Built built;
  private final Architecture architecture;

  private BuiltCode(Path project, Built built, Architecture architecture) {
    this.project = project;
    this.built = built;
    this.architecture = architecture;
  }

  /**
   * The package for one processor.
   *
   * @param project the folder of {@code lambda/pom.xml}
   */
  static Code of(Path project, Built built, Architecture architecture) {
    // What a JVM runs is one package for all.
    String variant = built + (built.isNative() ? "-" + architecture.lambdaName() : "");
    return LambdaBuild.code(project, variant, new BuiltCode(project, built, architecture));
  }

  @Override
  public Boolean tryBundle(String outputFolder, BundlingOptions options) {
    System.err.printf(
        "coldbench: building the functions for %s (the first time this downloads TeaVM and a C"
            + " compiler, some minutes)%n",
        architecture.lambdaName());
    try {
      LambdaBuild.run(project, architecture);
      Path made = project.resolve("function/target").resolve(built.folder);
      if (built.isNative()) {
        PackageFiles.copy(
            made.resolve(architecture.lambdaName()).resolve("bootstrap"),
            Path.of(outputFolder, "bootstrap"));
      } else {
        copyJars(made.resolve("lib"), Path.of(outputFolder, "lib"));
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("a package of lambda/ could not be made", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while building lambda/", e);
    }
  }

  /** A managed Java runtime takes jars from there. */
  private void copyJars(Path from, Path to) throws IOException {
    for (Map.Entry<String, Path> jar : PackageFiles.in(from).entrySet()) {
      String name =
          built == Built.JVM_AOT
              ? VERSION.matcher(jar.getKey()).replaceFirst(".jar")
              : jar.getKey();
      PackageFiles.copy(jar.getValue(), to.resolve(name));
    }
  }
}

package coldbench.deploy.functions;

import coldbench.lambda.Architecture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import software.amazon.awscdk.BundlingOptions;
import software.amazon.awscdk.ILocalBundling;
import software.amazon.awscdk.services.lambda.Code;

/**
 * The native Java function's package, built by the Maven project {@code lambda/} while the stack is
 * synthesized. The CDK asks for it only where a package is needed: not to list or destroy stacks,
 * and not again while an asset of the same sources is in the output folder.
 */
public final class NativeCode implements ILocalBundling {
  private final Path project;
  private final Architecture architecture;

  private NativeCode(Path project, Architecture architecture) {
    this.project = project;
    this.architecture = architecture;
  }

  /**
   * The native function's package.
   *
   * @param project the folder of {@code lambda/pom.xml}
   */
  public static Code of(Path project, Architecture architecture) {
    return LambdaBuild.code(
        project, architecture.lambdaName(), new NativeCode(project, architecture));
  }

  @Override
  public Boolean tryBundle(String outputFolder, BundlingOptions options) {
    System.err.printf(
        "coldbench: building the native function for %s (the first time this downloads TeaVM and a C"
            + " compiler, some minutes)%n",
        architecture.lambdaName());
    try {
      LambdaBuild.run(project, architecture);
      PackageFiles.copy(
          new NativeBuild(project, architecture.lambdaName()).executable(),
          Path.of(outputFolder, "bootstrap"));
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("the native function's package could not be made", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while building the native function", e);
    }
  }
}

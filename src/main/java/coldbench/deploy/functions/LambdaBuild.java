package coldbench.deploy.functions;

import coldbench.cdk.MavenPackage;
import coldbench.lambda.Architecture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awscdk.ILocalBundling;
import software.amazon.awscdk.services.lambda.Code;

/** Runs the Maven project {@code lambda/}, which makes the native function and its JVM classes. */
final class LambdaBuild {
  private LambdaBuild() {}

  /**
   * A package of that project, which is made only where it is asked for.
   *
   * @param project the folder of {@code lambda/pom.xml}
   * @param variant which of its packages, so that each has a hash of its own
   * @param bundling makes it
   */
  static Code code(Path project, String variant, ILocalBundling bundling) {
    String hash = SourceHash.of(project, variant + PackageFiles.MODES + hashOfParent(project));
    return PackedCode.of(project, hash, bundling);
  }

  /** Of the versions and compiler settings that it shares with the build of this app. */
  private static String hashOfParent(Path project) {
    return SourceHash.of(project.resolveSibling("parent"), "");
  }

  static void run(Path project, Architecture architecture)
      throws IOException, InterruptedException {
    MavenPackage.run(
        "the native function",
        MavenPackage.COMMAND,
        project,
        List.of("-pl", "function", "-am", "-Dnative.arch=" + architecture.lambdaName()));
  }
}

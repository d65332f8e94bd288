package coldbench.deploy.functions;

import coldbench.lambda.Architecture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import software.amazon.awscdk.AssetHashType;
import software.amazon.awscdk.BundlingOptions;
import software.amazon.awscdk.DockerImage;
import software.amazon.awscdk.ILocalBundling;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.s3.assets.AssetOptions;

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
    return Code.fromAsset(
        project.toString(),
        AssetOptions.builder()
            .assetHashType(AssetHashType.CUSTOM)
            .assetHash(SourceHash.of(project, variant + PackageFiles.MODES + hashOfParent(project)))
            .bundling(
                BundlingOptions.builder()
                    .image(DockerImage.fromRegistry("never-pulled"))
                    .local(bundling)
                    .build())
            .build());
  }

  /** Of the versions and compiler settings that it shares with the build of this app. */
  private static String hashOfParent(Path project) {
    return SourceHash.of(project.resolveSibling("parent"), "");
  }

  static void run(Path project, Architecture architecture)
      throws IOException, InterruptedException {
    List<String> command =
        List.of(
            maven(),
            "-q",
            "-B",
            "-Dstyle.color=never",
            "-f",
            project.resolve("pom.xml").toString(),
            "package",
            "-pl",
            "function",
            "-am",
            "-DskipTests",
            "-Dnative.arch=" + architecture.lambdaName());
    Process build = new ProcessBuilder(command).redirectErrorStream(true).start();
    // Standard output may be the command's result, such as a definition.
    build.getInputStream().transferTo(System.err);
    int exit = build.waitFor();
    if (exit != 0) {
      throw new IllegalStateException(
          "building the native function ended with exit code %d: see above, or run %s"
              .formatted(exit, String.join(" ", command)));
    }
  }

  private static String maven() {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    return windows ? "mvn.cmd" : "mvn";
  }
}

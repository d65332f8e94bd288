package coldbench.cdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import software.amazon.awscdk.AssetHashType;
import software.amazon.awscdk.BundlingOptions;
import software.amazon.awscdk.DockerImage;
import software.amazon.awscdk.ILocalBundling;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.s3.assets.AssetOptions;

/** The executable as an asset, whose hash is that of the sources. */
final class NativeCode implements ILocalBundling {
  private static final List<String> NOT_SOURCES = List.of("target", "src/test", ".git", ".idea");

  private final NativeJavaFunctionProps props;

  private NativeCode(NativeJavaFunctionProps props) {
    this.props = props;
  }

  static Code of(NativeJavaFunctionProps props) {
    Path pom = props.project().resolve("pom.xml");
    if (!Files.isRegularFile(pom)) {
      throw new IllegalArgumentException(
          "project is \"%s\", where there is no pom.xml, expected the folder of one"
              .formatted(props.project()));
    }
    return Code.fromAsset(
        props.project().toString(),
        AssetOptions.builder()
            .assetHashType(AssetHashType.SOURCE)
            .exclude(NOT_SOURCES)
            .bundling(
                BundlingOptions.builder()
                    .image(DockerImage.fromRegistry("never-pulled"))
                    // Part of the hash: the same sources make other packages for each.
                    .command(List.of(name(props.architecture())))
                    .local(new NativeCode(props))
                    .build())
            .build());
  }

  /** As Lambda and the build name it. */
  private static String name(Architecture architecture) {
    return architecture.getName();
  }

  @Override
  public Boolean tryBundle(String outputFolder, BundlingOptions options) {
    String architecture = name(props.architecture());
    String pom = props.project().resolve("pom.xml").toString();
    List<String> command =
        List.of(
            props.maven(),
            "-q",
            "-B",
            "-f",
            pom,
            "package",
            "-DskipTests",
            "-Dnative.arch=" + architecture);
    try {
      int exit =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.INHERIT)
              .start()
              .waitFor();
      if (exit != 0) {
        throw new IllegalStateException(
            "building %s ended with exit code %d: see above, or run %s"
                .formatted(props.project(), exit, String.join(" ", command)));
      }
      Path made = props.project().resolve("target/native").resolve(architecture);
      Files.copy(
          made.resolve("bootstrap"),
          Path.of(outputFolder, "bootstrap"),
          StandardCopyOption.COPY_ATTRIBUTES);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("the package of " + props.project() + " cannot be made", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while building " + props.project(), e);
    }
  }
}

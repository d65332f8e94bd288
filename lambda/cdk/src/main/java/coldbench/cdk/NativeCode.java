package coldbench.cdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.AssetHashType;
import software.amazon.awscdk.BundlingOptions;
import software.amazon.awscdk.DockerImage;
import software.amazon.awscdk.FileSystem;
import software.amazon.awscdk.FingerprintOptions;
import software.amazon.awscdk.ILocalBundling;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.s3.assets.AssetOptions;

/** The executable as an asset, whose hash is that of the sources. */
final class NativeCode implements ILocalBundling {
  private static final List<String> NOT_SOURCES =
      List.of("target", "**/src/test", ".git", ".idea", ".vscode");

  private final NativeJavaFunctionProps props;

  private NativeCode(NativeJavaFunctionProps props) {
    this.props = props;
  }

  static Code of(NativeJavaFunctionProps props) {
    checkPom("project", props.project());
    props.reactor().ifPresent(folder -> checkPom("reactor", folder));
    // Parts of the hash: the same sources make other packages for each.
    List<String> differs = new ArrayList<>(List.of(name(props)));
    props.sources().forEach(each -> differs.add(fingerprint(each)));
    return Code.fromAsset(
        props.reactor().orElse(props.project()).toString(),
        AssetOptions.builder()
            .assetHashType(AssetHashType.SOURCE)
            .exclude(NOT_SOURCES)
            .bundling(
                BundlingOptions.builder()
                    .image(DockerImage.fromRegistry("never-pulled"))
                    .command(differs)
                    .local(new NativeCode(props))
                    .build())
            .build());
  }

  private static void checkPom(String name, Path folder) {
    if (!Files.isRegularFile(folder.resolve("pom.xml"))) {
      throw new IllegalArgumentException(
          "%s is \"%s\", where there is no pom.xml, expected the folder of one"
              .formatted(name, folder));
    }
  }

  private static String fingerprint(Path source) {
    return FileSystem.fingerprint(
        source.toString(), FingerprintOptions.builder().exclude(NOT_SOURCES).build());
  }

  /** The architecture as Lambda and the build name it. */
  private static String name(NativeJavaFunctionProps props) {
    return props.architecture().getName();
  }

  @Override
  public Boolean tryBundle(String outputFolder, BundlingOptions options) {
    System.err.printf(
        "coldbench: building the native function in %s for %s (the first time this downloads TeaVM and a"
            + " C compiler, some minutes)%n",
        props.project(), name(props));
    try {
      Path built = props.reactor().orElse(props.project());
      MavenPackage.run(props.project().toString(), props.maven(), built, options(built));
      Path made = props.project().resolve("target/native").resolve(name(props));
      copy(made.resolve("bootstrap"), Path.of(outputFolder));
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("the package of " + props.project() + " cannot be made", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while building " + props.project(), e);
    }
  }

  private List<String> options(Path built) {
    List<String> options = new ArrayList<>();
    if (props.reactor().isPresent()) {
      Path module = built.toAbsolutePath().relativize(props.project().toAbsolutePath());
      options.addAll(List.of("-am", "-pl", module.toString()));
    }
    options.add("-Dnative.arch=" + name(props));
    return options;
  }

  /** Readable by others, whatever the umask is: on Lambda another user runs it. */
  private static void copy(Path bootstrap, Path folder) throws IOException {
    Path copied = folder.resolve("bootstrap");
    Files.copy(bootstrap, copied, StandardCopyOption.REPLACE_EXISTING);
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      for (Path each : List.of(folder, copied)) {
        Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }
}

package coldbench.deploy.functions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awscdk.BundlingOptions;
import software.amazon.awscdk.ILocalBundling;
import software.amazon.awscdk.services.lambda.Code;

/** A package or layer that is there: an archive as it is, a folder with the modes that it needs. */
public final class GivenCode implements ILocalBundling {
  private final Path folder;

  private GivenCode(Path folder) {
    this.folder = folder;
  }

  /**
   * The code of a function or the content of a layer.
   *
   * @param path a folder, or an archive, which {@link PackageCheck} has found nothing wrong with
   */
  public static Code of(Path path) {
    if (!Files.isDirectory(path)) {
      return Code.fromAsset(path.toString());
    }
    try {
      return PackedCode.of(path, PackageFiles.hash(path), new GivenCode(path));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the package " + path, e);
    }
  }

  @Override
  public Boolean tryBundle(String outputFolder, BundlingOptions options) {
    try {
      PackageFiles.copyAll(folder, Path.of(outputFolder));
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("the package of " + folder + " could not be made", e);
    }
  }
}

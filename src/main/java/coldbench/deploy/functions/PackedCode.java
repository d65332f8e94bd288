package coldbench.deploy.functions;

import java.nio.file.Path;
import software.amazon.awscdk.AssetHashType;
import software.amazon.awscdk.BundlingOptions;
import software.amazon.awscdk.DockerImage;
import software.amazon.awscdk.ILocalBundling;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.s3.assets.AssetOptions;

/** A package that is made while the stack is synthesized, on this machine and never in Docker. */
final class PackedCode {
  private PackedCode() {}

  /**
   * The package, which is made only where it is asked for.
   *
   * @param path what it is made of
   * @param hash of all that decides what is in it
   * @param bundling makes it
   */
  static Code of(Path path, String hash, ILocalBundling bundling) {
    return Code.fromAsset(
        path.toString(),
        AssetOptions.builder()
            .assetHashType(AssetHashType.CUSTOM)
            .assetHash(hash)
            .bundling(
                BundlingOptions.builder()
                    .image(DockerImage.fromRegistry("never-pulled"))
                    .local(bundling)
                    .build())
            .build());
  }
}

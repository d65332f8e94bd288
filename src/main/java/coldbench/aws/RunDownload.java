package coldbench.aws;

import coldbench.results.RunLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What a run has put into the bucket so far. */
public final class RunDownload {
  private final Clients clients;
  private final Deployment deployment;

  public RunDownload(Clients clients, Deployment deployment) {
    this.clients = clients;
    this.deployment = deployment;
  }

  /** How many trials have been put. */
  public int trials(String run) {
    return keys(new RunLayout(run).key(RunLayout.TRIALS + "/")).size();
  }

  /**
   * Copies a run's objects into a results folder, under the same names.
   *
   * @return how many
   */
  public int fetch(String run, Path folder) {
    List<String> keys = keys(new RunLayout(run).prefix());
    for (String key : keys) {
      Path file = folder.resolve(key).normalize();
      if (!file.startsWith(folder.normalize())) {
        throw new AccountException(
            "the bucket has an object named " + key + ", which belongs to no run");
      }
      byte[] content =
          Remedies.calling(
              "read s3://" + deployment.bucket() + "/" + key,
              () ->
                  clients
                      .objects()
                      .getObjectAsBytes(request -> request.bucket(deployment.bucket()).key(key))
                      .asByteArray());
      write(file, content);
    }
    return keys.size();
  }

  private List<String> keys(String prefix) {
    return Remedies.calling(
        "list s3://" + deployment.bucket() + "/" + prefix,
        () ->
            clients
                .objects()
                .listObjectsV2Paginator(
                    request -> request.bucket(deployment.bucket()).prefix(prefix))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList());
  }

  private static void write(Path file, byte[] content) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
    }
  }
}

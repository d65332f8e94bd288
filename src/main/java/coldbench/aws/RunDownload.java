package coldbench.aws;

import coldbench.results.RunLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
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

  /** The names of all runs that have put anything, in alphabetical order. */
  public List<String> runs() {
    String all = RunLayout.RUNS + "/";
    return Remedies.calling(
        "list s3://" + deployment.bucket() + "/" + all,
        () ->
            clients
                .objects()
                .listObjectsV2Paginator(
                    request -> request.bucket(deployment.bucket()).prefix(all).delimiter("/"))
                .commonPrefixes()
                .stream()
                .map(CommonPrefix::prefix)
                .map(prefix -> prefix.substring(all.length(), prefix.length() - 1))
                .filter(RunLayout.NAME.asMatchPredicate())
                .toList());
  }

  /**
   * Copies a run's objects unless the folder has them: a run that has ended does not change. Its
   * first object tells whether it is the same run.
   */
  public void fetchMissing(String run, Path folder) {
    RunLayout layout = new RunLayout(run);
    Path own = layout.folder(folder);
    boolean same =
        Files.exists(own.resolve(RunLayout.SUMMARY))
            && Files.exists(own.resolve(RunLayout.MANIFEST))
            && Arrays.equals(
                read(own.resolve(RunLayout.MANIFEST)), content(layout.key(RunLayout.MANIFEST)));
    if (!same) {
      fetch(run, folder);
    }
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
      write(file, content(key));
    }
    return keys.size();
  }

  private byte[] content(String key) {
    return Remedies.calling(
        "read s3://" + deployment.bucket() + "/" + key,
        () ->
            clients
                .objects()
                .getObjectAsBytes(request -> request.bucket(deployment.bucket()).key(key))
                .asByteArray());
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

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
    }
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

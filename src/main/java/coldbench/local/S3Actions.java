package coldbench.local;

import coldbench.asl.TaskFailedException;
import coldbench.results.RunLayout;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.function.Function;

/**
 * S3's actions on a bucket that is a folder.
 *
 * <p>Source: {@code https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html}
 */
final class S3Actions {
  private final String bucketName;
  private final Bucket bucket;
  private final Function<String, JsonNode> environment;
  private final RunListener listener;

  /**
   * The actions on one bucket.
   *
   * @param environment makes the object that is stored beside a run's {@code run.json}, by run
   */
  S3Actions(
      String bucketName,
      Bucket bucket,
      Function<String, JsonNode> environment,
      RunListener listener) {
    this.bucketName = bucketName;
    this.bucket = bucket;
    this.environment = environment;
    this.listener = listener;
  }

  JsonNode putObject(JsonNode arguments) throws TaskFailedException {
    if (!arguments.path("Bucket").asText().equals(bucketName)) {
      throw new TaskFailedException(
          "S3.NoSuchBucketException", "The specified bucket does not exist");
    }
    String key = arguments.path("Key").asText();
    try {
      bucket.put(key, arguments.path("Body"));
      if (RunLayout.isManifest(key)) {
        String run = arguments.path("Body").path("run").asText();
        bucket.put(new RunLayout(run).key(RunLayout.PLACE), environment.apply(run));
      }
    } catch (IOException e) {
      throw new TaskFailedException(
          "S3.S3Exception", "cannot write " + key + ": " + e.getMessage());
    }
    listener.stored(key, arguments.path("Body"));
    return JsonNodeFactory.instance.objectNode();
  }
}

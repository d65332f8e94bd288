package coldbench.events;

import coldbench.json.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What happened to objects of a bucket.
 *
 * <p>Source:
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 */
@Json
public record S3Event(@Json.Name("Records") List<Entry> records) {
  /**
   * One event.
   *
   * @param eventName such as {@code ObjectCreated:Put}
   */
  @Json
  public record Entry(
      String eventVersion,
      @Json.Default String awsRegion,
      Instant eventTime,
      String eventName,
      S3 s3) {}

  /** The bucket and the object. */
  @Json
  public record S3(
      @Json.Default String configurationId, Bucket bucket, @Json.Name("object") Item item) {}

  /** The bucket. */
  @Json
  public record Bucket(String name, @Json.Default String arn) {}

  /**
   * The object.
   *
   * @param key as in a URL; see {@link #decodedKey}
   * @param size in bytes; none of an object that was deleted
   * @param sequencer grows with the events of one key, compared as text of equal length
   */
  @Json
  public record Item(
      String key,
      Optional<Long> size,
      Optional<String> eTag,
      Optional<String> versionId,
      Optional<String> sequencer) {
    /** The key as it is, such as {@code red flower.jpg}, which comes as {@code red+flower.jpg}. */
    public String decodedKey() {
      return URLDecoder.decode(key, StandardCharsets.UTF_8);
    }
  }
}

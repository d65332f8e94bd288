package coldbench.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.runtime.HttpResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Objects in buckets.
 *
 * <p>Source: https://docs.aws.amazon.com/AmazonS3/latest/API/Welcome.html
 */
public final class S3 {
  private static final String NAME = "s3";
  private final Caller caller;
  private final Endpoints endpoints;

  S3(Caller caller, Endpoints endpoints) {
    this.caller = caller;
    this.endpoints = endpoints;
  }

  /**
   * An object as a list has it.
   *
   * @param size in bytes
   * @param etag in quotes
   * @param modified such as {@code 2026-01-31T23:59:59.000Z}
   */
  public record Entry(String key, long size, String etag, String modified) {}

  /**
   * Up to 1,000 objects.
   *
   * @param next for the next page, if there is one
   */
  public record Page(List<Entry> entries, Optional<String> next) {}

  /** The whole object, of at most 16 MB; {@code NoSuchKey} if there is none. */
  public byte[] get(String bucket, String key) throws IOException {
    return send("GetObject", "GET", bucket, key, "", Map.of(), new byte[0]).content();
  }

  /**
   * A part of an object.
   *
   * @param first byte, from 0
   * @param last byte, included; a part that ends beyond the object ends with it
   */
  public byte[] get(String bucket, String key, long first, long last) throws IOException {
    if (first < 0 || last < first) {
      throw new IllegalArgumentException(
          "the range is " + first + " to " + last + ", expected 0 or more, and no end before it");
    }
    Map<String, String> range = Map.of("range", "bytes=" + first + "-" + last);
    return send("GetObject", "GET", bucket, key, "", range, new byte[0]).content();
  }

  /** Writes an object, and returns its ETag. */
  public String put(String bucket, String key, byte[] content, String contentType)
      throws IOException {
    Map<String, String> fields = Map.of("content-type", contentType);
    return send("PutObject", "PUT", bucket, key, "", fields, content).field("ETag").orElse("");
  }

  /** Deletes an object; it is no error if there is none. */
  public void delete(String bucket, String key) throws IOException {
    send("DeleteObject", "DELETE", bucket, key, "", Map.of(), new byte[0]);
  }

  /**
   * Lists objects by their keys' beginning.
   *
   * @param from what the page before said is next, or empty for the first
   */
  public Page list(String bucket, String prefix, Optional<String> from) throws IOException {
    String query =
        from.map(token -> "continuation-token=" + Escaped.part(token) + "&").orElse("")
            + "encoding-type=url&list-type=2&prefix="
            + Escaped.part(prefix);
    HttpResponse response = send("ListObjectsV2", "GET", bucket, "", query, Map.of(), new byte[0]);
    try {
      return page(new Xml(new String(response.content(), UTF_8)));
    } catch (XmlException | NumberFormatException e) {
      throw new IOException("s3 ListObjectsV2: the answer is not as expected: " + e.getMessage());
    }
  }

  static Page page(Xml xml) throws XmlException {
    List<Entry> entries = new ArrayList<>();
    Optional<String> next = Optional.empty();
    String key = "";
    long size = 0;
    String etag = "";
    String modified = "";
    boolean any = false;
    while (xml.next()) {
      switch (xml.name()) {
        case "Key" -> key = Escaped.undo(xml.text().replace('+', ' '));
        case "Size" -> size = Long.parseLong(xml.text());
        case "ETag" -> etag = xml.text();
        case "LastModified" -> modified = xml.text();
        case "NextContinuationToken" -> next = Optional.of(xml.text());
        case "/Contents" -> entries.add(new Entry(key, size, etag, modified));
        case "/ListBucketResult" -> any = true;
        default -> {
          // of no use here
        }
      }
    }
    if (!any) {
      throw new XmlException("no ListBucketResult");
    }
    return new Page(entries, next);
  }

  private HttpResponse send(
      String operation,
      String method,
      String bucket,
      String key,
      String query,
      Map<String, String> fields,
      byte[] body)
      throws IOException {
    check(bucket);
    boolean given = endpoints.given("S3").isPresent();
    // A name with a dot is not covered by S3's certificate.
    boolean inPath = given || bucket.indexOf('.') >= 0;
    String host = endpoints.host(NAME, "S3");
    String path = (inPath ? "/" + bucket : "") + "/" + Escaped.path(key);
    Call call =
        new Call(
            NAME + " " + operation,
            method,
            inPath ? host : bucket + "." + host,
            path,
            query,
            fields,
            body);
    return caller.send(call, NAME);
  }

  /** It becomes part of a host's name. */
  private static void check(String bucket) {
    boolean name = bucket.length() >= 3 && bucket.length() <= 63;
    for (int i = 0; i < bucket.length(); i++) {
      char c = bucket.charAt(i);
      name &= (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    }
    if (!name) {
      throw new IllegalArgumentException(
          "the bucket is \"" + bucket + "\", expected 3 to 63 of a-z, 0-9, - and .");
    }
  }
}

package coldbench.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.runtime.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Signature Version 4.
 *
 * <p>Source:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 *
 * @param service the name that the signature is for, such as {@code dynamodb}
 * @param pathAsIs true for S3, whose paths are signed as they are sent; those of all others are
 *     normalized and escaped once more
 */
record Signature(Credentials credentials, String region, String service, boolean pathAsIs) {
  private static final String ALGORITHM = "AWS4-HMAC-SHA256";

  /**
   * A request as far as it is signed.
   *
   * @param path escaped, without the query
   * @param query escaped, as it is sent; empty for none
   * @param fields in lower case, several values of one name joined by commas
   * @param payloadHash hexadecimal
   */
  record Request(
      String method, String path, String query, Map<String, String> fields, String payloadHash) {}

  /** {@code 20150830T123600Z}. */
  static String date(long epochMillis) {
    String time = Timestamp.rfc3339(epochMillis);
    return time.substring(0, 19).replace("-", "").replace(":", "") + "Z";
  }

  /**
   * The value of the field Authorization.
   *
   * @param date as {@link #date} makes it, and as it stands in {@code x-amz-date}
   */
  String authorization(Request request, String date) {
    return ALGORITHM
        + " Credential="
        + credentials.accessKeyId()
        + "/"
        + scope(date)
        + ", SignedHeaders="
        + names(request)
        + ", Signature="
        + of(stringToSign(request, date), date);
  }

  private String scope(String date) {
    return date.substring(0, 8) + "/" + region + "/" + service + "/aws4_request";
  }

  String of(String stringToSign, String date) {
    byte[] key = ("AWS4" + credentials.secretAccessKey()).getBytes(UTF_8);
    key = Sha256.hmac(key, date.substring(0, 8));
    key = Sha256.hmac(key, region);
    key = Sha256.hmac(key, service);
    key = Sha256.hmac(key, "aws4_request");
    return Sha256.hex(Sha256.hmac(key, stringToSign));
  }

  String stringToSign(Request request, String date) {
    String canonical = Sha256.hex(Sha256.hash(canonical(request).getBytes(UTF_8)));
    return ALGORITHM + "\n" + date + "\n" + scope(date) + "\n" + canonical;
  }

  String canonical(Request request) {
    StringBuilder text = new StringBuilder();
    String path = pathAsIs ? request.path() : Escaped.path(normalized(request.path()));
    text.append(request.method()).append('\n').append(path).append('\n');
    text.append(sorted(request.query())).append('\n');
    new TreeMap<>(request.fields())
        .forEach(
            (name, value) -> text.append(name).append(':').append(trimmed(value)).append('\n'));
    return text.append('\n')
        .append(names(request))
        .append('\n')
        .append(request.payloadHash())
        .toString();
  }

  private static String names(Request request) {
    return String.join(";", new TreeMap<>(request.fields()).keySet()).toLowerCase(Locale.ROOT);
  }

  /** Without {@code .}, {@code ..} and empty segments (RFC 3986, 5.2.4). */
  private static String normalized(String path) {
    List<String> segments = new ArrayList<>();
    for (int start = 0; start <= path.length(); ) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      String segment = path.substring(start, end);
      start = end + 1;
      if (segment.equals("..") && !segments.isEmpty()) {
        segments.remove(segments.size() - 1);
      } else if (!segment.isEmpty() && !segment.equals(".") && !segment.equals("..")) {
        segments.add(segment);
      }
    }
    boolean folder = path.endsWith("/") || path.endsWith("/.") || path.endsWith("/..");
    return "/" + String.join("/", segments) + (folder && !segments.isEmpty() ? "/" : "");
  }

  /** By name, then by value: nothing may stand between the two that sorts behind a letter. */
  private static String sorted(String query) {
    List<String> parameters = new ArrayList<>();
    for (int start = 0; start < query.length(); ) {
      int and = query.indexOf('&', start);
      int end = and < 0 ? query.length() : and;
      String parameter = query.substring(start, end);
      parameters.add((parameter.indexOf('=') < 0 ? parameter + "=" : parameter).replace('=', '\0'));
      start = end + 1;
    }
    Collections.sort(parameters);
    return String.join("&", parameters).replace('\0', '=');
  }

  /** Without spaces around, and with one for several inside. */
  private static String trimmed(String value) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c > ' ') {
        text.append(c);
      } else if (text.length() > 0 && text.charAt(text.length() - 1) != ' ') {
        text.append(' ');
      }
    }
    return text.toString().trim();
  }
}

package coldbench.url;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTTP request to a function URL, its path and query as they were sent.
 *
 * @param rawQuery without its question mark, empty if there is none
 * @param headers names in lower case
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes on their way through, never compared.
record UrlRequest(
    String method,
    String rawPath,
    String rawQuery,
    String protocol,
    Map<String, List<String>> headers,
    String sourceIp,
    int port,
    byte[] body) {
  private static final Pattern CREDENTIAL =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=([^/,\\s]+)/\\d{8}/[^/]+/lambda/aws4_request,.*");

  /** A proxy's client sends all of the URL (RFC 9112, section 3.2.2). */
  private static final Pattern ORIGIN = Pattern.compile("(?i)^https?://[^/?]*");

  /**
   * Reads it.
   *
   * @param sourceIp the client's
   * @param port that it was sent to
   */
  static UrlRequest of(HttpRequest request, String sourceIp, int port) {
    String target = ORIGIN.matcher(utf8(request.target())).replaceFirst("");
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    Map<String, List<String>> headers = new TreeMap<>();
    request
        .headers()
        .forEach(
            (name, values) -> headers.put(name, values.stream().map(UrlRequest::utf8).toList()));
    return new UrlRequest(
        request.method().toUpperCase(Locale.ROOT),
        path.isEmpty() ? "/" : path,
        query < 0 ? "" : target.substring(query + 1),
        request.version(),
        headers,
        sourceIp,
        port,
        request.body());
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(ISO_8859_1), UTF_8);
  }

  /** All values of a header, as one; empty text if there is none. */
  String header(String name) {
    return String.join(",", headers.getOrDefault(name, List.of()));
  }

  /** The access key of a request that is signed for Lambda. */
  Optional<String> accessKey() {
    Matcher signed = CREDENTIAL.matcher(header("authorization"));
    if (signed.matches()) {
      return Optional.of(signed.group(1));
    }
    String presigned = QueryString.parse(rawQuery).getOrDefault("X-Amz-Credential", "");
    return presigned.endsWith("/lambda/aws4_request")
        ? Optional.of(presigned.substring(0, presigned.indexOf('/')))
        : Optional.empty();
  }
}

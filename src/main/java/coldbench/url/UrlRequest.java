package coldbench.url;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTTP request to a function URL.
 *
 * @param headers names in lower case
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes on their way through, never compared.
record UrlRequest(
    String method, URI uri, Map<String, List<String>> headers, String sourceIp, byte[] body) {
  private static final Pattern CREDENTIAL =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=([^/,\\s]+)/\\d{8}/[^/]+/lambda/aws4_request,.*");

  static UrlRequest of(
      String method, URI uri, Map<String, List<String>> headers, String sourceIp, byte[] body) {
    Map<String, List<String>> lowerCase = new TreeMap<>();
    headers.forEach((name, values) -> lowerCase.put(name.toLowerCase(Locale.ROOT), values));
    return new UrlRequest(method, uri, lowerCase, sourceIp, body);
  }

  /** All values of a header, as one; empty text if there is none. */
  String header(String name) {
    return String.join(",", headers.getOrDefault(name, List.of()));
  }

  String rawQuery() {
    return Optional.ofNullable(uri.getRawQuery()).orElse("");
  }

  /** The access key of a request that is signed for Lambda. */
  Optional<String> accessKey() {
    Matcher signed = CREDENTIAL.matcher(header("authorization"));
    if (signed.matches()) {
      return Optional.of(signed.group(1));
    }
    String presigned = QueryString.parse(rawQuery()).getOrDefault("X-Amz-Credential", "");
    return presigned.endsWith("/lambda/aws4_request")
        ? Optional.of(presigned.substring(0, presigned.indexOf('/')))
        : Optional.empty();
  }
}

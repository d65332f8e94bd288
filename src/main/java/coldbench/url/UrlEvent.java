package coldbench.url;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The event that a function gets for a request to its URL: payload format 2.0.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html#urls-payloads">
 *     Request and response payloads</a>
 */
final class UrlEvent {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT);

  /** What is text and no {@code text/*}; everything else is given in base64. */
  private static final Set<String> TEXT_TYPES =
      Set.of("application/json", "application/javascript", "application/xml");

  private UrlEvent() {}

  /**
   * An event as JSON.
   *
   * @param accountId of the function's owner
   */
  static byte[] of(
      UrlRequest request,
      String requestId,
      String urlId,
      String accountId,
      UrlAuth auth,
      Clock clock) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("version", "2.0").put("routeKey", "$default");
    event.put("rawPath", request.uri().getRawPath());
    event.put("rawQueryString", request.rawQuery());
    cookies(request, event);
    headers(request, event.putObject("headers"));
    Map<String, String> parameters = QueryString.parse(request.rawQuery());
    if (!parameters.isEmpty()) {
      ObjectNode node = event.putObject("queryStringParameters");
      parameters.forEach(node::put);
    }
    ObjectNode context = event.putObject("requestContext");
    context(request, urlId, accountId, auth, clock, context);
    context.put("requestId", requestId);
    body(request, event);
    return event.toString().getBytes(UTF_8);
  }

  private static void cookies(UrlRequest request, ObjectNode event) {
    List<String> lines = request.headers().getOrDefault("cookie", List.of());
    if (!lines.isEmpty()) {
      ArrayNode cookies = event.putArray("cookies");
      lines.forEach(line -> List.of(line.split(";\\s*", -1)).forEach(cookies::add));
    }
  }

  private static void headers(UrlRequest request, ObjectNode headers) {
    request.headers().keySet().stream()
        .filter(name -> !name.equals("cookie"))
        .forEach(name -> headers.put(name, request.header(name)));
    headers.put("x-forwarded-for", request.sourceIp());
    headers.put("x-forwarded-proto", "http");
  }

  private static void context(
      UrlRequest request,
      String urlId,
      String accountId,
      UrlAuth auth,
      Clock clock,
      ObjectNode context) {
    boolean iam = auth == UrlAuth.AWS_IAM;
    context.put("accountId", iam ? accountId : "anonymous").put("apiId", urlId);
    if (iam) {
      ObjectNode caller = context.putObject("authorizer").putObject("iam");
      caller.put("accessKey", request.accessKey().orElse(""));
      caller.put("accountId", accountId);
    }
    context.put("domainName", request.header("host")).put("domainPrefix", urlId);
    ObjectNode http = context.putObject("http");
    http.put("method", request.method()).put("path", request.uri().getRawPath());
    http.put("protocol", "HTTP/1.1").put("sourceIp", request.sourceIp());
    http.put("userAgent", request.header("user-agent"));
    context.put("routeKey", "$default").put("stage", "$default");
    context.put("time", TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
    context.put("timeEpoch", clock.millis());
  }

  private static void body(UrlRequest request, ObjectNode event) {
    boolean present = request.body().length > 0;
    boolean base64 = present && !isText(request.header("content-type"));
    if (present) {
      event.put(
          "body",
          base64
              ? Base64.getEncoder().encodeToString(request.body())
              : new String(request.body(), UTF_8));
    }
    event.put("isBase64Encoded", base64);
  }

  private static boolean isText(String contentType) {
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.startsWith("text/") || TEXT_TYPES.contains(type);
  }
}

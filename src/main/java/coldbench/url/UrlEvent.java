package coldbench.url;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The event that a function gets for a request to its URL: payload format 2.0, as events of real
 * URLs have it.
 *
 * @param urlId the first part of the URL's host on Lambda
 * @param accountId of the function's owner
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html#urls-payloads">
 *     Request and response payloads</a>
 */
record UrlEvent(
    UrlRequest request,
    String requestId,
    TraceHeader trace,
    String urlId,
    String accountId,
    UrlAuth auth,
    Clock clock) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT);

  /** What is text and no {@code text/*}; everything else is given in base64. */
  private static final Set<String> TEXT_TYPES =
      Set.of("application/json", "application/javascript", "application/xml");

  /** What is said between two ends of a connection goes no further (RFC 9110, section 7.6.1). */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of(
          "connection",
          "expect",
          "keep-alive",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  byte[] json() {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("version", "2.0").put("routeKey", "$default");
    event.put("rawPath", request.rawPath());
    event.put("rawQueryString", request.rawQuery());
    cookies(event);
    headers(event.putObject("headers"));
    Map<String, String> parameters = QueryString.parse(request.rawQuery());
    if (!parameters.isEmpty()) {
      ObjectNode node = event.putObject("queryStringParameters");
      parameters.forEach(node::put);
    }
    context(event.putObject("requestContext"));
    body(event);
    return event.toString().getBytes(UTF_8);
  }

  private void cookies(ObjectNode event) {
    List<String> lines = request.headers().getOrDefault("cookie", List.of());
    if (!lines.isEmpty()) {
      ArrayNode cookies = event.putArray("cookies");
      lines.stream()
          .flatMap(line -> Stream.of(line.split(";", -1)))
          .map(String::strip)
          .filter(cookie -> !cookie.isEmpty())
          .forEach(cookies::add);
    }
  }

  /** The client's, and those that Lambda's front end adds. */
  private void headers(ObjectNode headers) {
    request.headers().keySet().stream()
        .filter(name -> !OF_THE_CONNECTION.contains(name))
        .forEach(name -> headers.put(name, request.header(name)));
    if (request.headers().containsKey("cookie")) {
      headers.put("cookie", String.join("; ", request.headers().get("cookie")));
    }
    if (request.headers().containsKey("transfer-encoding")) {
      headers.put("content-length", Integer.toString(request.body().length));
    }
    headers.put("x-amzn-tls-cipher-suite", "TLS_AES_128_GCM_SHA256");
    headers.put("x-amzn-tls-version", "TLSv1.3");
    headers.put("x-amzn-trace-id", trace.ofRequest(request.header("x-amzn-trace-id")));
    headers.put("x-forwarded-for", request.sourceIp());
    headers.put("x-forwarded-port", Integer.toString(request.port()));
    headers.put("x-forwarded-proto", "http");
  }

  private void context(ObjectNode context) {
    boolean iam = auth == UrlAuth.AWS_IAM;
    context.put("accountId", iam ? accountId : "anonymous").put("apiId", urlId);
    if (iam) {
      caller(context.putObject("authorizer").putObject("iam"));
    }
    String host = request.header("host").replaceFirst(":\\d+$", "");
    context.put("domainName", host).put("domainPrefix", urlId);
    ObjectNode http = context.putObject("http");
    http.put("method", request.method()).put("path", QueryString.decodedPath(request.rawPath()));
    http.put("protocol", request.protocol()).put("sourceIp", request.sourceIp());
    http.put("userAgent", request.header("user-agent"));
    context.put("requestId", requestId).put("routeKey", "$default").put("stage", "$default");
    context.put("time", TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
    context.put("timeEpoch", clock.millis());
  }

  /** Whoever signs with a key that nobody gave out is the one user that there is here. */
  private void caller(ObjectNode caller) {
    caller.put("accessKey", request.accessKey().orElse("")).put("accountId", accountId);
    caller.put("callerId", "AIDALOCALUSER").putNull("cognitoIdentity").putNull("principalOrgId");
    caller.put("userArn", "arn:aws:iam::" + accountId + ":user/local");
    caller.put("userId", "AIDALOCALUSER");
  }

  private void body(ObjectNode event) {
    boolean present = request.body().length > 0;
    Optional<String> text = present ? text() : Optional.of("");
    if (present) {
      event.put("body", text.orElseGet(() -> Base64.getEncoder().encodeToString(request.body())));
    }
    event.put("isBase64Encoded", text.isEmpty());
  }

  /** The body, where its type says that it is text and it is. */
  private Optional<String> text() {
    String type = request.header("content-type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!type.startsWith("text/") && !TEXT_TYPES.contains(type)) {
      return Optional.empty();
    }
    try {
      return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(request.body())).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}

package coldbench.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.json.Json;
import coldbench.json.RawJson;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request to a function URL or to an HTTP API of API Gateway, payload format 2.0.
 *
 * <p>Source: https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html#urls-payloads and
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 *
 * @param routeKey of an HTTP API, such as {@code GET /orders/{id}}; of a function URL {@code
 *     $default}
 * @param rawPath as in the URL
 * @param rawQueryString as in the URL, without the question mark
 * @param cookies each as {@code name=value}
 * @param headers names in lower case; several of one name come as one, joined by commas
 * @param queryStringParameters decoded; several of one name come as one, joined by commas
 * @param pathParameters by the names in the route
 * @param isBase64Encoded whether the body is binary and stands in Base64
 */
@Json
public record HttpRequest(
    String version,
    @Json.Default("$default") String routeKey,
    String rawPath,
    @Json.Default String rawQueryString,
    @Json.Default List<String> cookies,
    @Json.Default Map<String, String> headers,
    @Json.Default Map<String, String> queryStringParameters,
    @Json.Default Map<String, String> pathParameters,
    @Json.Default Map<String, String> stageVariables,
    RequestContext requestContext,
    Optional<String> body,
    @Json.Default boolean isBase64Encoded) {

  /**
   * What is known about the request beside its content.
   *
   * @param authorizer who was let in, in the authorizer's own shape
   * @param timeEpoch in ms since 1970 UTC
   */
  @Json
  public record RequestContext(
      @Json.Default String accountId,
      @Json.Default String apiId,
      @Json.Default String domainName,
      @Json.Default String domainPrefix,
      Http http,
      @Json.Default String requestId,
      @Json.Default String stage,
      @Json.Default long timeEpoch,
      Optional<RawJson> authorizer) {}

  /** The request's line and where it came from. */
  @Json
  public record Http(
      String method,
      String path,
      @Json.Default String protocol,
      @Json.Default String sourceIp,
      @Json.Default String userAgent) {}

  /** Such as GET. */
  public String method() {
    return requestContext.http.method;
  }

  /** A header by its name in any case; empty if it was not sent. */
  public Optional<String> header(String name) {
    return header(headers, name);
  }

  static Optional<String> header(Map<String, String> headers, String name) {
    for (Map.Entry<String, String> header : headers.entrySet()) {
      if (header.getKey().equalsIgnoreCase(name)) {
        return Optional.of(header.getValue());
      }
    }
    return Optional.empty();
  }

  /**
   * What was sent: the body decoded, or its text in UTF-8; empty if there is none.
   *
   * @throws IllegalArgumentException if it should be Base64 and is not
   */
  public byte[] bytes() {
    return bytes(body, isBase64Encoded);
  }

  static byte[] bytes(Optional<String> body, boolean isBase64Encoded) {
    String text = body.orElse("");
    return isBase64Encoded ? Base64.getDecoder().decode(text) : text.getBytes(UTF_8);
  }
}

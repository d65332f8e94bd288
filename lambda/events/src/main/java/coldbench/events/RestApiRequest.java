package coldbench.events;

import coldbench.json.Json;
import coldbench.json.RawJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request to a REST API of API Gateway, payload format 1.0; answered by {@link RestApiResponse}.
 *
 * <p>Source:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-input-format
 *
 * @param resource the path as the API declares it, such as {@code /orders/{id}}
 * @param headers the last value of each name
 * @param multiValueHeaders all values of each name
 * @param isBase64Encoded whether the body is binary and stands in Base64
 */
@Json
public record RestApiRequest(
    String resource,
    String path,
    String httpMethod,
    @Json.Default Map<String, String> headers,
    @Json.Default Map<String, List<String>> multiValueHeaders,
    @Json.Default Map<String, String> queryStringParameters,
    @Json.Default Map<String, List<String>> multiValueQueryStringParameters,
    @Json.Default Map<String, String> pathParameters,
    @Json.Default Map<String, String> stageVariables,
    RequestContext requestContext,
    Optional<String> body,
    @Json.Default boolean isBase64Encoded) {

  /**
   * What is known about the request beside its content.
   *
   * @param authorizer who was let in, in the authorizer's own shape
   * @param requestTimeEpoch in ms since 1970 UTC
   */
  @Json
  public record RequestContext(
      @Json.Default String accountId,
      @Json.Default String apiId,
      @Json.Default String domainName,
      @Json.Default String requestId,
      @Json.Default String stage,
      @Json.Default long requestTimeEpoch,
      Optional<Identity> identity,
      Optional<RawJson> authorizer) {}

  /** Who called. */
  @Json
  public record Identity(
      @Json.Default String sourceIp, @Json.Default String userAgent, Optional<String> userArn) {}

  /** The last value of a header by its name in any case; empty if it was not sent. */
  public Optional<String> header(String name) {
    return HttpRequest.header(headers, name);
  }

  /**
   * What was sent: the body decoded, or its text in UTF-8; empty if there is none.
   *
   * @throws IllegalArgumentException if it should be Base64 and is not
   */
  public byte[] bytes() {
    return HttpRequest.bytes(body, isBase64Encoded);
  }
}

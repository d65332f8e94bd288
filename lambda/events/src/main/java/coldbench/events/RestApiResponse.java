package coldbench.events;

import coldbench.json.Json;
import coldbench.json.JsonCodec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer of a REST API of API Gateway, which takes no member but these.
 *
 * <p>Source:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-output-format
 *
 * @param multiValueHeaders where a name has several values
 * @param isBase64Encoded whether the body is binary and stands in Base64
 */
@Json
public record RestApiResponse(
    int statusCode,
    @Json.Default Map<String, String> headers,
    Optional<Map<String, List<String>>> multiValueHeaders,
    @Json.Default String body,
    @Json.Default boolean isBase64Encoded) {

  /** An answer with a JSON body. */
  public static <T> RestApiResponse json(int statusCode, JsonCodec<T> codec, T body) {
    return of(statusCode, "application/json", codec.toText(body));
  }

  /** An answer with a text of this type, such as {@code text/plain; charset=utf-8}. */
  public static RestApiResponse of(int statusCode, String contentType, String body) {
    return new RestApiResponse(
        statusCode, Map.of("content-type", contentType), Optional.empty(), body, false);
  }
}

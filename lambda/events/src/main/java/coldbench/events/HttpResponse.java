package coldbench.events;

import coldbench.json.Json;
import coldbench.json.JsonCodec;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The answer of a function URL or an HTTP API, payload format 2.0.
 *
 * <p>Source: https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html#urls-payloads
 *
 * @param cookies each as {@code name=value} with its attributes
 * @param isBase64Encoded whether the body is binary and stands in Base64
 */
@Json
public record HttpResponse(
    int statusCode,
    @Json.Default Map<String, String> headers,
    @Json.Default List<String> cookies,
    @Json.Default String body,
    @Json.Default boolean isBase64Encoded) {

  /** An answer with a JSON body. */
  public static <T> HttpResponse json(int statusCode, JsonCodec<T> codec, T body) {
    return of(statusCode, "application/json", codec.toText(body));
  }

  /** An answer with a text of this type, such as {@code text/plain; charset=utf-8}. */
  public static HttpResponse of(int statusCode, String contentType, String body) {
    return new HttpResponse(
        statusCode, Map.of("content-type", contentType), List.of(), body, false);
  }

  /** An answer with bytes. */
  public static HttpResponse of(int statusCode, String contentType, byte[] body) {
    return new HttpResponse(
        statusCode,
        Map.of("content-type", contentType),
        List.of(),
        Base64.getEncoder().encodeToString(body),
        true);
  }
}

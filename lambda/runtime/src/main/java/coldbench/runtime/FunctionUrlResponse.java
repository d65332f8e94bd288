package coldbench.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A function URL's response, payload format 2.0.
 *
 * <p>Source: https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html#urls-payloads
 */
public record FunctionUrlResponse(int statusCode, String contentType, String body) {

  /** A response with a JSON body. */
  public static FunctionUrlResponse json(int statusCode, String body) {
    return new FunctionUrlResponse(statusCode, "application/json", body);
  }

  /** What a handler returns. */
  public byte[] toBytes() {
    JsonWriter json = new JsonWriter().beginObject().name("statusCode").number(statusCode);
    json.name("headers").beginObject();
    json.name("content-type").string(contentType).endObject();
    return json.name("body").string(body).endObject().toString().getBytes(UTF_8);
  }
}

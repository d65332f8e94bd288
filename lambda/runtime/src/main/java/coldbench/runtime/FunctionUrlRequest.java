package coldbench.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A request to a function URL, payload format 2.0: what functions ask of it.
 *
 * <p>Source: https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html#urls-payloads
 *
 * @param method such as GET; empty if the event does not say
 * @param rawPath as in the URL; empty if the event does not say
 * @param rawQueryString as in the URL, without the question mark; empty if there is none
 * @param cookies each as {@code name=value}
 * @param headers names in lower case; several of one name come as one, joined by commas
 * @param queryStringParameters decoded; several of one name come as one, joined by commas
 * @param body as in the event; empty if there is none
 * @param isBase64Encoded whether the body is binary and stands in Base64
 */
public record FunctionUrlRequest(
    String method,
    String rawPath,
    String rawQueryString,
    List<String> cookies,
    Map<String, String> headers,
    Map<String, String> queryStringParameters,
    String body,
    boolean isBase64Encoded) {

  /**
   * What was sent: the body decoded, or its text in UTF-8.
   *
   * @throws IllegalArgumentException if it should be Base64 and is not
   */
  public byte[] bytes() {
    return isBase64Encoded ? Base64.getDecoder().decode(body) : body.getBytes(UTF_8);
  }

  /**
   * Reads the event. Members may be missing or null, and others are skipped; the last one counts
   * where a name occurs twice.
   *
   * @throws JsonException if the event is no such request; the message says where
   */
  public static FunctionUrlRequest parse(byte[] event) {
    return new FunctionUrlRequestParser(new JsonReader(event)).parse();
  }
}

package coldbench.url;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The HTTP response that a function URL makes of a function's answer.
 *
 * @param headers names in lower case
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html#urls-payloads">
 *     Request and response payloads</a>
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes on their way through, never compared.
record UrlAnswer(int status, Map<String, List<String>> headers, byte[] body) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LOWEST_STATUS = 100;
  private static final int HIGHEST_STATUS = 599;

  /** An error of the URL itself. */
  static UrlAnswer error(int status, String message) {
    return json(status, ("{\"Message\":\"" + message + "\"}").getBytes(UTF_8));
  }

  /** For a request without a signature where one is wanted, word for word as Lambda's. */
  static UrlAnswer forbidden() {
    String message =
        "Forbidden. For troubleshooting Function URL authorization issues, see:"
            + " https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html";
    UrlAnswer error = error(403, message);
    Map<String, List<String>> headers = new TreeMap<>(error.headers());
    headers.put("x-amzn-errortype", List.of("AccessDeniedException"));
    return new UrlAnswer(error.status(), headers, error.body());
  }

  private static UrlAnswer json(int status, byte[] body) {
    return new UrlAnswer(status, Map.of("content-type", List.of("application/json")), body);
  }

  /**
   * What a function's answer means: with a {@code statusCode} it describes the response, without
   * one it is the response's body. One that describes no response is the function's fault: 502.
   */
  static UrlAnswer of(byte[] payload) {
    try {
      JsonNode answer = JSON.readTree(payload);
      return answer.has("statusCode") ? described(answer) : json(200, payload);
    } catch (IOException | IllegalArgumentException e) {
      return error(502, "Internal Server Error");
    }
  }

  private static UrlAnswer described(JsonNode answer) {
    int status = answer.get("statusCode").asInt();
    if (status < LOWEST_STATUS || status > HIGHEST_STATUS) {
      throw new IllegalArgumentException("no HTTP status: " + answer.get("statusCode"));
    }
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("content-type", List.of("application/json"));
    answer
        .path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), List.of(header.getValue().asText())));
    List<String> cookies = new ArrayList<>();
    answer.path("cookies").forEach(cookie -> cookies.add(cookie.asText()));
    if (!cookies.isEmpty()) {
      headers.put("set-cookie", cookies);
    }
    JsonNode body = answer.path("body");
    String text = body.isTextual() || body.isMissingNode() ? body.asText() : body.toString();
    boolean base64 = answer.path("isBase64Encoded").asBoolean();
    byte[] bytes = base64 ? Base64.getDecoder().decode(text) : text.getBytes(UTF_8);
    return new UrlAnswer(status, headers, bytes);
  }
}

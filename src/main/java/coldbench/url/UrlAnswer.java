package coldbench.url;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The HTTP response that a function URL makes of a function's answer.
 *
 * @param headers names in lower case
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html#urls-payloads">
 *     Request and response payloads</a>
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes on their way through, never compared.
record UrlAnswer(int status, Map<String, List<String>> headers, byte[] body) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** An interim status would leave the client waiting for the real one. */
  private static final int LOWEST_STATUS = 200;

  private static final int HIGHEST_STATUS = 599;
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\x{10ffff}]*");

  /**
   * What is the URL's own to say: a function's header of that name reaches the client under another
   * one, as {@code x-amzn-remapped-www-authenticate} was seen to. Else a function could break the
   * framing of its own response.
   */
  private static final Set<String> REMAPPED =
      Set.of(
          "connection",
          "content-length",
          "date",
          "keep-alive",
          "proxy-connection",
          "server",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "www-authenticate",
          "x-amzn-requestid",
          "x-amzn-trace-id");

  /** An error of the URL itself. */
  static UrlAnswer error(int status, String message) {
    return json(status, JSON.createObjectNode().put("Message", message).toString().getBytes(UTF_8));
  }

  /** For a function that failed or described no response; word for word as Lambda's. */
  static UrlAnswer badGateway() {
    return json(502, "Internal Server Error".getBytes(UTF_8));
  }

  /** For a request without a signature where one is wanted, word for word as Lambda's. */
  static UrlAnswer forbidden() {
    String message =
        "Forbidden. For troubleshooting Function URL authorization issues, see:"
            + " https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html";
    return error(403, message).with("x-amzn-errortype", "AccessDeniedException");
  }

  private static UrlAnswer json(int status, byte[] body) {
    return new UrlAnswer(status, Map.of("content-type", List.of("application/json")), body);
  }

  UrlAnswer with(String header, String value) {
    Map<String, List<String>> more = new TreeMap<>(headers);
    more.put(header, List.of(value));
    return new UrlAnswer(status, more, body);
  }

  /** Not for 204 and 304 (RFC 9110, sections 15.3.5 and 15.4.5). */
  boolean mayHaveBody() {
    return status != 204 && status != 304;
  }

  /**
   * What a function's answer means: with a {@code statusCode} it describes the response, without
   * one it is the response's body. One that describes no response is the function's fault: 502.
   *
   * @param fault hears what that fault is
   */
  static UrlAnswer of(byte[] payload, Consumer<String> fault) {
    try {
      JsonNode answer = JSON.readTree(payload);
      return answer.has("statusCode") ? described(answer) : json(200, payload);
    } catch (JsonProcessingException e) {
      fault.accept("the answer is not valid JSON: " + e.getOriginalMessage());
      return badGateway();
    } catch (IOException | IllegalArgumentException e) {
      fault.accept(String.valueOf(e.getMessage()));
      return badGateway();
    }
  }

  private static UrlAnswer described(JsonNode answer) {
    Map<String, List<String>> headers = new TreeMap<>();
    headers.put("content-type", List.of("application/json"));
    answer
        .path("headers")
        .properties()
        .forEach(header -> headers.put(name(header.getKey()), List.of(value(header.getValue()))));
    List<String> cookies = new ArrayList<>(headers.getOrDefault("set-cookie", List.of()));
    answer.path("cookies").forEach(cookie -> cookies.add(value(cookie)));
    if (!cookies.isEmpty()) {
      headers.put("set-cookie", cookies);
    }
    return new UrlAnswer(status(answer.get("statusCode")), headers, body(answer));
  }

  /** A number, or a string of digits, which Lambda takes too. */
  private static int status(JsonNode given) {
    boolean number =
        (given.isIntegralNumber() && given.canConvertToInt()) || given.asText().matches("[0-9]{3}");
    int status = given.asInt();
    if (!number || status < LOWEST_STATUS || status > HIGHEST_STATUS) {
      throw new IllegalArgumentException(
          "statusCode is %s, expected a number from %d to %d"
              .formatted(given, LOWEST_STATUS, HIGHEST_STATUS));
    }
    return status;
  }

  private static String name(String given) {
    if (!NAME.matcher(given).matches()) {
      throw new IllegalArgumentException("\"" + given + "\" is not a valid header name");
    }
    String name = given.toLowerCase(Locale.ROOT);
    return REMAPPED.contains(name) ? "x-amzn-remapped-" + name : name;
  }

  /** A line break in it would begin a header or a body of the function's own making. */
  private static String value(JsonNode given) {
    String value = given.asText();
    if (given.isContainerNode() || !VALUE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "%s is not a valid header value, expected text in one line".formatted(given));
    }
    return given.isNull() ? "" : value;
  }

  private static byte[] body(JsonNode answer) {
    JsonNode body = answer.path("body");
    String text = body.isContainerNode() ? body.toString() : body.isNull() ? "" : body.asText();
    return answer.path("isBase64Encoded").asBoolean() ? decoded(text) : text.getBytes(UTF_8);
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("body is not valid base64: " + e.getMessage(), e);
    }
  }
}

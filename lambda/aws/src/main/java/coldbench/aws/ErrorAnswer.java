package coldbench.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.runtime.HttpResponse;
import coldbench.runtime.JsonException;
import coldbench.runtime.JsonReader;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a service says when it does not do what was asked, in JSON or in XML, or in neither.
 *
 * <p>Source:
 * https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html#operation-error-serialization
 *
 * @param code letters, digits and few others, at most 100; {@code Unknown} if there is none
 * @param message printable, at most 1,000 characters, without secrets
 */
record ErrorAnswer(String code, String message, String requestId) {
  static ErrorAnswer of(HttpResponse response, Credentials credentials) {
    Map<String, String> said = said(response.content());
    String code =
        response
            .field("x-amzn-ErrorType")
            .or(() -> Optional.ofNullable(said.get("__type")))
            .or(() -> Optional.ofNullable(said.get("code")))
            .or(() -> Optional.ofNullable(said.get("Code")))
            .orElse("");
    String id =
        response
            .field("x-amzn-RequestId")
            .or(() -> response.field("x-amz-request-id"))
            .or(() -> Optional.ofNullable(said.get("RequestId")))
            .orElse("");
    String message = said.getOrDefault("message", said.getOrDefault("Message", ""));
    String name = name(code);
    return new ErrorAnswer(
        name.isEmpty() ? "Unknown" : name,
        printable(credentials.hide(message), 1000),
        id.isEmpty() ? "none" : printable(credentials.hide(id), 100));
  }

  private static Map<String, String> said(byte[] content) {
    Map<String, String> said = new TreeMap<>();
    try {
      if (content.length > 0 && content[0] == '<') {
        Xml xml = new Xml(new String(content, UTF_8));
        while (xml.next()) {
          said.putIfAbsent(xml.name(), xml.text());
        }
      } else if (content.length > 0) {
        JsonReader json = new JsonReader(content);
        json.beginObject();
        while (json.nextMember()) {
          String name = json.name();
          if (json.peek() == JsonReader.Kind.STRING) {
            said.put(name, json.string());
          } else {
            json.skip();
          }
        }
      }
    } catch (JsonException | XmlException e) {
      said.putIfAbsent("message", "the answer is neither JSON nor XML");
    }
    return said;
  }

  /** {@code com.amazonaws.dynamodb.v20120810#Name:http://…} is Name. */
  private static String name(String code) {
    int hash = code.indexOf('#');
    int colon = code.indexOf(':', hash + 1);
    String name = code.substring(hash + 1, colon < 0 ? code.length() : colon);
    StringBuilder clean = new StringBuilder();
    for (int i = 0; i < name.length() && clean.length() < 100; i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (letter || c == '.' || c == '_' || c == '-') {
        clean.append(c);
      }
    }
    return clean.toString();
  }

  /** One line, so that nobody writes others' lines into a log. */
  private static String printable(String text, int most) {
    StringBuilder clean = new StringBuilder();
    for (int i = 0; i < text.length() && i < most; i++) {
      char c = text.charAt(i);
      clean.append(c < ' ' || c == 0x7F || (c >= 0x80 && c < 0xA0) ? ' ' : c);
    }
    return clean.toString();
  }
}

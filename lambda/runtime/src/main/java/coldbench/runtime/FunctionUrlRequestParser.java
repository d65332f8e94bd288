package coldbench.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a function URL's event member by member. */
final class FunctionUrlRequestParser {
  private final JsonReader json;
  private String method = "";
  private String rawPath = "";
  private String rawQueryString = "";
  private List<String> cookies = List.of();
  private Map<String, String> headers = Map.of();
  private Map<String, String> parameters = Map.of();
  private String body = "";
  private boolean isBase64Encoded;

  FunctionUrlRequestParser(JsonReader json) {
    this.json = json;
  }

  FunctionUrlRequest parse() {
    json.beginObject();
    while (json.nextMember()) {
      if (json.peek() == JsonReader.Kind.NULL) {
        json.skip();
      } else {
        member(json.name());
      }
    }
    json.end();
    return new FunctionUrlRequest(
        method, rawPath, rawQueryString, cookies, headers, parameters, body, isBase64Encoded);
  }

  private void member(String name) {
    switch (name) {
      case "rawPath" -> rawPath = json.string();
      case "rawQueryString" -> rawQueryString = json.string();
      case "cookies" -> cookies = strings();
      case "headers" -> headers = stringsByName();
      case "queryStringParameters" -> parameters = stringsByName();
      case "requestContext" -> requestContext();
      case "body" -> body = json.string();
      case "isBase64Encoded" -> isBase64Encoded = json.bool();
      default -> json.skip();
    }
  }

  private void requestContext() {
    json.beginObject();
    while (json.nextMember()) {
      if (json.name().equals("http") && json.peek() == JsonReader.Kind.OBJECT) {
        http();
      } else {
        json.skip();
      }
    }
  }

  private void http() {
    json.beginObject();
    while (json.nextMember()) {
      if (json.name().equals("method")) {
        method = json.string();
      } else {
        json.skip();
      }
    }
  }

  private List<String> strings() {
    List<String> strings = new ArrayList<>();
    json.beginArray();
    while (json.nextElement()) {
      strings.add(json.string());
    }
    return strings;
  }

  private Map<String, String> stringsByName() {
    Map<String, String> strings = new LinkedHashMap<>();
    json.beginObject();
    while (json.nextMember()) {
      strings.put(json.name(), json.string());
    }
    return strings;
  }
}

package coldbench.runtime;

import java.io.IOException;
import java.util.List;

/**
 * What the runtime's readers make of bytes, as text: natively and on a JVM it has to be the same.
 */
public final class Outcome {
  private static final List<String> FIELDS =
      List.of("Lambda-Runtime-Aws-Request-Id", "Content-Length", "Connection", "x");

  private Outcome() {}

  /** The same JSON again, or what is wrong with it. */
  public static String ofJson(byte[] bytes) {
    try {
      JsonReader json = new JsonReader(bytes);
      JsonWriter copy = new JsonWriter();
      copy(json, copy);
      json.end();
      return copy.toString();
    } catch (JsonException e) {
      return "refused: " + e.getMessage();
    }
  }

  private static void copy(JsonReader json, JsonWriter copy) {
    switch (json.peek()) {
      case OBJECT -> {
        copy.beginObject();
        json.beginObject();
        while (json.nextMember()) {
          copy.name(json.name());
          copy(json, copy);
        }
        copy.endObject();
      }
      case ARRAY -> {
        copy.beginArray();
        json.beginArray();
        while (json.nextElement()) {
          copy(json, copy);
        }
        copy.endArray();
      }
      case STRING -> copy.string(json.string());
      case NUMBER -> copy.raw(json.number());
      case BOOLEAN -> copy.raw(json.bool() ? "true" : "false");
      case NULL -> {
        json.skip();
        copy.raw("null");
      }
    }
  }

  /** Up to three responses that arrive in pieces, and then what is wrong. */
  public static String ofHttp(byte[] bytes, int piece) {
    StringBuilder text = new StringBuilder();
    HttpReader reader = new HttpReader(new PiecewiseTransport(bytes, piece));
    try {
      for (int i = 0; i < 3; i++) {
        describe(reader.read(), text);
        text.append(reader.isReusable() ? ", goes on\n" : ", ends\n");
      }
    } catch (IOException e) {
      text.append("refused: ").append(e.getMessage());
    }
    return text.toString();
  }

  private static void describe(HttpResponse response, StringBuilder text) {
    text.append(response.status);
    for (String name : FIELDS) {
      response.field(name).ifPresent(v -> text.append(", ").append(name).append(" = ").append(v));
    }
    int hash = 0;
    for (byte b : response.content()) {
      hash = hash * 31 + b;
    }
    text.append(", ").append(response.content().length).append(" bytes, hash ").append(hash);
  }
}

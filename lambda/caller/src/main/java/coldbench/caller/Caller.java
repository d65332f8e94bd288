package coldbench.caller;

import coldbench.runtime.Context;
import coldbench.runtime.Handler;
import coldbench.runtime.JsonReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Does what the event's {@code do} says; the event is an object of strings. */
final class Caller implements Handler {
  private final HttpsCalls https;
  private final Optional<AwsCalls> aws;

  Caller(HttpsCalls https, Optional<AwsCalls> aws) {
    this.https = https;
    this.aws = aws;
  }

  @Override
  public byte[] handle(byte[] event, Context context) throws IOException {
    Map<String, String> asked = new HashMap<>();
    JsonReader json = new JsonReader(event);
    json.beginObject();
    while (json.nextMember()) {
      asked.put(json.name(), json.string());
    }
    json.end();
    String what = asked.getOrDefault("do", "");
    return switch (what) {
      case "send" -> https.send(asked);
      case "json" -> aws.orElseThrow().json(asked);
      case "s3" -> aws.orElseThrow().s3(asked);
      case "invoke" -> aws.orElseThrow().invoke(asked);
      default -> throw new IllegalArgumentException("do is \"" + what + "\"");
    };
  }
}

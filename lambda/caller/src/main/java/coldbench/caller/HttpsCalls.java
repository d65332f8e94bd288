package coldbench.caller;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.https.HttpsClient;
import coldbench.https.HttpsRequest;
import coldbench.https.HttpsSettings;
import coldbench.https.Trust;
import coldbench.runtime.HttpResponse;
import coldbench.runtime.Init;
import coldbench.runtime.JsonWriter;
import java.io.IOException;
import java.util.Map;

/**
 * Plain HTTPS. PEM and LIMITS ({@code connect,read,call,idle} in ms) are variables of the test's.
 */
final class HttpsCalls {
  private final HttpsClient client;

  HttpsCalls(Init init) throws IOException {
    this.client = new HttpsClient(settings(init), init.clock());
  }

  static HttpsSettings settings(Init init) {
    Trust trust =
        init.environment()
            .get("PEM")
            .<Trust>map(Trust.Pem::new)
            .orElseGet(() -> Trust.of(init.environment()));
    String[] limits = new String[4];
    String left = init.environment().get("LIMITS").orElse("30000,30000,60000,300000");
    for (int i = 0; i < limits.length; i++) {
      int comma = left.indexOf(',');
      limits[i] = comma < 0 ? left : left.substring(0, comma);
      left = left.substring(comma + 1);
    }
    return new HttpsSettings(
        Integer.parseInt(limits[0]),
        Integer.parseInt(limits[1]),
        Integer.parseInt(limits[2]),
        Integer.parseInt(limits[3]),
        trust);
  }

  /**
   * Sends {@code times} times, and answers with the last response: {@code body} as it is, or for
   * {@code size} what 6 MB are known by.
   */
  byte[] send(Map<String, String> asked) throws IOException {
    byte[] body = asked.getOrDefault("body", "").getBytes(UTF_8);
    if (asked.containsKey("size")) {
      body = new byte[Integer.parseInt(asked.get("size"))];
      for (int i = 0; i < body.length; i++) {
        body[i] = (byte) (i * 31 + (i >> 8));
      }
    }
    HttpsRequest request =
        HttpsRequest.of(asked.getOrDefault("method", "GET"), asked.getOrDefault("url", ""), body);
    if (asked.containsKey("field")) {
      request = request.with("X-Field", asked.getOrDefault("field", ""));
    }
    if (asked.containsKey("repeatable")) {
      request = request.repeatable();
    }
    int times = Integer.parseInt(asked.getOrDefault("times", "1"));
    HttpResponse response = client.send(request);
    for (int i = 1; i < times; i++) {
      response = client.send(request);
    }
    return describe(response);
  }

  static byte[] describe(HttpResponse response) {
    int hash = 0;
    for (byte b : response.content()) {
      hash = hash * 31 + b;
    }
    JsonWriter json = new JsonWriter().beginObject();
    json.name("status").number(response.status);
    json.name("length").number(response.content().length);
    json.name("hash").number(hash);
    json.name("answered").string(response.field("X-Answered").orElse("none"));
    if (response.content().length < 100_000) {
      json.name("body").string(new String(response.content(), ISO_8859_1));
    }
    return json.endObject().toString().getBytes(UTF_8);
  }
}

package coldbench.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.runtime.Clock;
import coldbench.runtime.Context;
import coldbench.runtime.Handler;
import coldbench.runtime.JsonWriter;

/** Answers a function URL request: reads {@code n}, works, tells the result and the times. */
final class Function implements Handler {
  private final Clock clock;

  Function(Clock clock) {
    this.clock = clock;
  }

  @Override
  public byte[] handle(byte[] event, Context context) {
    N n = N.of(event);
    if (n instanceof N.Valid valid) {
      return answer(200, Workload.run(valid.value(), clock).toJson());
    }
    String error = ((N.Invalid) n).error();
    String body = new JsonWriter().beginObject().name("error").string(error).endObject().toString();
    return answer(400, body);
  }

  private static byte[] answer(int status, String body) {
    JsonWriter json = new JsonWriter().beginObject().name("statusCode").number(status);
    json.name("headers").beginObject();
    json.name("content-type").string("application/json").endObject();
    return json.name("body").string(body).endObject().toString().getBytes(UTF_8);
  }
}

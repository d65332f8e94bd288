package coldbench.function;

import coldbench.runtime.Clock;
import coldbench.runtime.Context;
import coldbench.runtime.FunctionUrlResponse;
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
    return answer(event);
  }

  /** The answer to an event, both JSON in UTF-8. */
  byte[] answer(byte[] event) {
    N n = N.of(event);
    if (n instanceof N.Valid valid) {
      return FunctionUrlResponse.json(200, Workload.run(valid.value(), clock).toJson()).toBytes();
    }
    if (n instanceof N.Untold) {
      return FunctionUrlResponse.json(200, Sandbox.toJson()).toBytes();
    }
    String error = ((N.Invalid) n).error();
    String body = new JsonWriter().beginObject().name("error").string(error).endObject().toString();
    return FunctionUrlResponse.json(400, body).toBytes();
  }
}

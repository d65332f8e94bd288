package coldbench.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.runtime.Context;
import coldbench.runtime.Environment;
import coldbench.runtime.FunctionUrlRequest;
import coldbench.runtime.Handler;
import coldbench.runtime.JsonReader;
import coldbench.runtime.JsonWriter;
import coldbench.runtime.Logger;
import coldbench.runtime.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Does what the event's {@code do} says, with its {@code text} or {@code size}. */
final class Probe implements Handler {
  private final Environment environment;
  private final List<long[]> kept = new ArrayList<>();

  Probe(Environment environment) {
    this.environment = environment;
  }

  @Override
  public byte[] handle(byte[] event, Context context) throws IOException {
    String action = "";
    String text = "";
    int size = 0;
    JsonReader json = new JsonReader(event);
    json.beginObject();
    while (json.nextMember()) {
      switch (json.name()) {
        case "do" -> action = json.string();
        case "text" -> text = json.string();
        case "size" -> size = Integer.parseInt(json.number());
        default -> json.skip();
      }
    }
    json.end();
    return switch (action) {
      case "fail" -> throw new IOException(text);
      case "recurse" -> text(Integer.toString(recurse(1)));
      case "fill the heap" -> fillTheHeap();
      case "spin" -> spin();
      case "log" -> log(context.logger(), text);
      case "print" -> print(text);
      case "context" -> describe(context);
      case "answer" -> answer(size);
      case "request" -> describe(FunctionUrlRequest.parse(text.getBytes(UTF_8)));
      case "read JSON" -> text(Outcome.ofJson(Base64.getDecoder().decode(text)));
      case "read HTTP" -> text(Outcome.ofHttp(Base64.getDecoder().decode(text), size));
      default -> event;
    };
  }

  private static byte[] text(String text) {
    return new JsonWriter().string(text).toString().getBytes(UTF_8);
  }

  private static int recurse(int depth) {
    return depth < 0 ? 0 : recurse(depth + 1) + 1;
  }

  private byte[] fillTheHeap() {
    while (true) {
      kept.add(new long[10_000]);
    }
  }

  private static byte[] spin() {
    long turns = 0;
    while (turns >= 0) {
      turns++;
    }
    return text(Long.toString(turns));
  }

  private static byte[] log(Logger logger, String text) {
    for (Logger.Level level : Logger.Level.values()) {
      logger.log(level, text);
    }
    return text("logged");
  }

  private static byte[] print(String text) {
    System.out.println(text);
    return text("printed");
  }

  private static byte[] answer(int size) {
    byte[] answer = new byte[size];
    Arrays.fill(answer, (byte) 'x');
    answer[0] = '"';
    answer[size - 1] = '"';
    return answer;
  }

  private byte[] describe(Context context) {
    JsonWriter json = new JsonWriter().beginObject();
    json.name("requestId").string(context.requestId());
    json.name("functionArn").string(context.functionArn());
    json.name("deadline").number(context.deadlineEpochMillis());
    boolean intime = context.remainingMillis() > 0 && context.remainingMillis() <= 3000;
    json.name("inTime").string(Boolean.toString(intime));
    json.name("traceId").string(context.traceId().orElse("none"));
    json.name("published").string(environment.get("_X_AMZN_TRACE_ID").orElse("none"));
    json.name("clientContext").string(context.clientContext().orElse("none"));
    json.name("cognitoIdentity").string(context.cognitoIdentity().orElse("none"));
    json.name("variable").string(environment.get("PROBE").orElse("none"));
    return json.endObject().toString().getBytes(UTF_8);
  }

  private static byte[] describe(FunctionUrlRequest request) {
    JsonWriter json = new JsonWriter().beginObject();
    json.name("method").string(request.method());
    json.name("rawPath").string(request.rawPath());
    json.name("rawQueryString").string(request.rawQueryString());
    json.name("cookies").string(request.cookies().toString());
    json.name("headers").string(request.headers().toString());
    json.name("parameters").string(request.queryStringParameters().toString());
    json.name("body").string(new String(request.bytes(), UTF_8));
    return json.endObject().toString().getBytes(UTF_8);
  }
}

package coldbench.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * An error in the shape that Lambda hands to the caller: {@code {"errorMessage", "errorType",
 * "stackTrace": […]}}.
 *
 * <p>Source:
 * https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html#runtimes-api-invokeerror
 */
record ErrorReport(String type, String message, List<String> stackTrace) {
  private static final int FRAMES = 64;

  static ErrorReport of(Throwable thrown) {
    List<String> trace = new ArrayList<>();
    for (StackTraceElement frame : thrown.getStackTrace()) {
      if (trace.size() < FRAMES) {
        trace.add(frame.toString());
      }
    }
    String message = thrown.getMessage();
    return new ErrorReport(thrown.getClass().getName(), message == null ? "" : message, trace);
  }

  String toJson() {
    JsonWriter json = new JsonWriter().beginObject().name("errorMessage").string(message);
    return members(json).endObject().toString();
  }

  JsonWriter members(JsonWriter json) {
    json.name("errorType").string(type).name("stackTrace").beginArray();
    for (String frame : stackTrace) {
      json.string(frame);
    }
    return json.endArray();
  }

  String toText() {
    StringBuilder text = new StringBuilder(type).append(": ").append(message);
    for (String frame : stackTrace) {
      text.append("\n    at ").append(frame);
    }
    return text.toString();
  }
}

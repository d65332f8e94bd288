package coldbench.emulator.runtimeapi;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Lambda's shape of an error: {@code {"errorType":"…","errorMessage":"…"}}. */
public final class ErrorPayload {
  private ErrorPayload() {}

  public static byte[] of(String errorType, String errorMessage) {
    return ("{\"errorType\":"
            + quoted(errorType)
            + ",\"errorMessage\":"
            + quoted(errorMessage)
            + "}")
        .getBytes(UTF_8);
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> json.append('\\').append(c);
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> {
          if (c < ' ') {
            json.append(String.format("\\u%04x", (int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    return json.append('"').toString();
  }
}

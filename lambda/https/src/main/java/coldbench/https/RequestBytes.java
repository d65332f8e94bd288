package coldbench.https;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Map;

/** A request as it goes over the wire (RFC 9112, 3). */
final class RequestBytes {
  private RequestBytes() {}

  static byte[] of(Url url, HttpsRequest request) {
    StringBuilder head = new StringBuilder();
    head.append(request.method()).append(' ').append(url.target()).append(" HTTP/1.1\r\nHost: ");
    head.append(url.authority()).append("\r\n");
    for (Map.Entry<String, String> field : request.fields().entrySet()) {
      head.append(field.getKey()).append(": ").append(field.getValue()).append("\r\n");
    }
    byte[] body = request.body();
    if (body.length > 0 || request.method().startsWith("P")) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    byte[] ascii = head.append("\r\n").toString().getBytes(US_ASCII);
    byte[] message = new byte[ascii.length + body.length];
    System.arraycopy(ascii, 0, message, 0, ascii.length);
    System.arraycopy(body, 0, message, ascii.length, body.length);
    return message;
  }
}

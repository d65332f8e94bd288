package coldbench.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One request, read to its end.
 *
 * @param target as it was sent, mostly a path and a query; each byte is one character
 * @param version {@code HTTP/1.1} or {@code HTTP/1.0}
 * @param headers names in lower case, values in their order; each byte is one character
 * @param receivedNanos {@link System#nanoTime} right after its last byte was read
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes on their way through, never compared.
public record HttpRequest(
    String method,
    String target,
    String version,
    Map<String, List<String>> headers,
    byte[] body,
    long receivedNanos) {
  /** The last value of a header. */
  public String header(String name, String otherwise) {
    List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of(otherwise));
    return values.get(values.size() - 1);
  }

  /** Whether the client expects another answer on this connection (RFC 9112, section 9.3). */
  public boolean keepsAlive() {
    String connection = header("connection", "").toLowerCase(Locale.ROOT);
    return version.equals("HTTP/1.1")
        ? !connection.contains("close")
        : connection.contains("keep-alive");
  }
}

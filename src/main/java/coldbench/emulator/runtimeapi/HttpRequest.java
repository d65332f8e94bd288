package coldbench.emulator.runtimeapi;

import java.util.Locale;
import java.util.Map;

/**
 * One request to the Runtime API, read to its end.
 *
 * @param headers names in lower case; of a repeated one the last value
 * @param receivedNanos {@link System#nanoTime} right after its last byte was read
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes on their way through, never compared.
public record HttpRequest(
    String method, String path, Map<String, String> headers, byte[] body, long receivedNanos) {
  public String header(String name, String otherwise) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), otherwise);
  }
}

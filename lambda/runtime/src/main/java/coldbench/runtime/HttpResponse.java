package coldbench.runtime;

import java.util.Arrays;
import java.util.Optional;

/** What came back: status, header fields in their order, content. */
public final class HttpResponse {
  /** From 200 to 999. */
  public final int status;

  private final ByteBuilder fields = new ByteBuilder(512);

  /** Of each field where its name begins and ends, and where its value begins and ends. */
  private int[] bounds = new int[48];

  private int bound;
  private byte[] content = {};

  HttpResponse(int status) {
    this.status = status;
  }

  /** A line of the head whose name ends at its colon. */
  void addField(byte[] line, int colon, int length) {
    int from = colon + 1;
    int to = length;
    while (from < to && Latin1.isBlank(line[from])) {
      from++;
    }
    while (from < to && Latin1.isBlank(line[to - 1])) {
      to--;
    }
    if (bound == bounds.length) {
      bounds = Arrays.copyOf(bounds, 2 * bound);
    }
    int start = fields.length();
    bounds[bound++] = start;
    bounds[bound++] = start + colon;
    bounds[bound++] = start + from;
    bounds[bound++] = start + to;
    fields.append(line, 0, length);
  }

  /** The first field of that name; names differ in case only by accident (RFC 9110, 5.1). */
  public Optional<String> field(String name) {
    for (int i = 0; i < bound; i += 4) {
      if (isNamed(name, bounds[i], bounds[i + 1])) {
        return Optional.of(Latin1.text(fields.buffer(), bounds[i + 2], bounds[i + 3]));
      }
    }
    return Optional.empty();
  }

  private boolean isNamed(String name, int from, int to) {
    if (to - from != name.length()) {
      return false;
    }
    byte[] line = fields.buffer();
    for (int i = 0; i < name.length(); i++) {
      if (lowerCase(line[from + i] & 0xFF) != lowerCase(name.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static int lowerCase(int c) {
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  }

  void setContent(byte[] content) {
    this.content = content;
  }

  public byte[] content() {
    return content;
  }

  /** Content for a message: its beginning, whatever it is. */
  public String excerpt() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < content.length && i < 200; i++) {
      text.append(content[i] >= ' ' && content[i] < 0x7F ? (char) content[i] : '?');
    }
    return text.toString();
  }
}

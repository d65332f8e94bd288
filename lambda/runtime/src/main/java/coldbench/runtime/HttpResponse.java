package coldbench.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What came back: status, header fields in their order, content. */
public final class HttpResponse {
  /** From 200 to 999. */
  public final int status;

  private final List<String> namesAndValues = new ArrayList<>();
  private byte[] content = {};

  HttpResponse(int status) {
    this.status = status;
  }

  void addField(String name, String value) {
    namesAndValues.add(name);
    namesAndValues.add(value);
  }

  /** The first field of that name; names differ in case only by accident (RFC 9110, 5.1). */
  public Optional<String> field(String name) {
    for (int i = 0; i < namesAndValues.size(); i += 2) {
      if (namesAndValues.get(i).equalsIgnoreCase(name)) {
        return Optional.of(namesAndValues.get(i + 1));
      }
    }
    return Optional.empty();
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

package coldbench.runtime;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads HTTP/1.1 responses from a transport, in whatever pieces they arrive.
 *
 * <p>Source: RFC 9112. Limits: a head of {@value #LONGEST_HEAD} bytes, content of {@value
 * #LONGEST_CONTENT} bytes; Lambda's largest event has 6 MB.
 */
public final class HttpReader {
  static final int LONGEST_HEAD = 64 * 1024;
  static final int LONGEST_CONTENT = 16 * 1024 * 1024;

  private final Transport transport;
  private final byte[] buffer = new byte[8 * 1024];
  private byte[] line = new byte[256];
  private int from;
  private int to;
  private int headBytes;
  private boolean anyByteRead;
  private boolean reusable;

  public HttpReader(Transport transport) {
    this.transport = transport;
  }

  /** Whether the current response has begun. If not, the request may be sent again. */
  public boolean hasBegun() {
    return anyByteRead;
  }

  /** Whether another request may follow on this connection. */
  public boolean isReusable() {
    return reusable;
  }

  /** Called before a request is sent. */
  public void begin() throws HttpException {
    begin(false);
  }

  /**
   * Called before a response is read.
   *
   * @param sentAhead whether its request was sent along with the one before: then it may have come
   *     along with the response before
   */
  void begin(boolean sentAhead) throws HttpException {
    anyByteRead = to > from;
    if (anyByteRead && !sentAhead) {
      throw new HttpException("the server sent more than its response");
    }
  }

  public HttpResponse read() throws IOException {
    while (true) {
      HttpResponse response = readHead();
      if (response.status >= 200) {
        readContent(response);
        return response;
      }
    }
  }

  private HttpResponse readHead() throws IOException {
    headBytes = 0;
    int length = readLine();
    boolean known = startsWith("HTTP/1.1 ", length) || startsWith("HTTP/1.0 ", length);
    int status = known ? status(length) : -1;
    if (status < 0) {
      throw new HttpException("not a status line of HTTP/1.1: \"" + text(length) + "\"");
    }
    if (status < 100) {
      throw new HttpException("not a status of HTTP: " + status);
    }
    HttpResponse response = new HttpResponse(status);
    reusable = line[7] == '1';
    while (readField(response)) {
      // the condition does the work
    }
    if (equals(response.field("Connection"), "close")) {
      reusable = false;
    }
    return response;
  }

  /** Three digits, and nothing or a blank after them; -1 if there is anything else. */
  private int status(int length) {
    if (length < 12 || (length > 12 && line[12] != ' ')) {
      return -1;
    }
    int status = 0;
    for (int i = 9; i < 12; i++) {
      int digit = line[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      status = status * 10 + digit;
    }
    return status;
  }

  private boolean readField(HttpResponse response) throws IOException {
    int length = readLine();
    if (length == 0) {
      return false;
    }
    int colon = 0;
    while (colon < length && line[colon] != ':') {
      colon++;
    }
    if (colon == 0
        || colon == length
        || Latin1.isBlank(line[0])
        || Latin1.isBlank(line[colon - 1])) {
      throw new HttpException("not a header field: \"" + text(length) + "\"");
    }
    response.addField(line, colon, length);
    return true;
  }

  private void readContent(HttpResponse response) throws IOException {
    Optional<String> coding = response.field("Transfer-Encoding");
    Optional<String> length = response.field("Content-Length");
    if (response.status == 204 || response.status == 304) {
      return;
    } else if (coding.isPresent()) {
      if (!equals(coding, "chunked")) {
        throw new HttpException("unknown Transfer-Encoding: " + coding.get());
      }
      response.setContent(readChunks());
    } else if (length.isPresent()) {
      byte[] content = new byte[parseLength(length.get(), 10)];
      readFully(content);
      response.setContent(content);
    } else {
      response.setContent(readUntilClosed());
    }
  }

  private byte[] readChunks() throws IOException {
    ByteBuilder content = new ByteBuilder(1024);
    while (true) {
      String line = text(readLine());
      int end = line.indexOf(';');
      int size = parseLength((end < 0 ? line : line.substring(0, end)).trim(), 16);
      if (size == 0) {
        HttpResponse trailers = new HttpResponse(0); // which say nothing that is needed
        while (readField(trailers)) {
          // the condition does the work
        }
        return content.toByteArray();
      }
      if (size > LONGEST_CONTENT - content.length()) {
        throw new HttpException("content is longer than " + LONGEST_CONTENT + " bytes");
      }
      byte[] chunk = new byte[size];
      readFully(chunk);
      content.append(chunk, 0, size);
      if (readLine() > 0) {
        throw new HttpException("a chunk is longer than its size says, " + size);
      }
    }
  }

  private byte[] readUntilClosed() throws IOException {
    reusable = false;
    ByteBuilder content = new ByteBuilder(1024);
    do {
      content.append(buffer, from, to - from);
      from = to;
      if (content.length() > LONGEST_CONTENT) {
        throw new HttpException("content is longer than " + LONGEST_CONTENT + " bytes");
      }
    } while (fill());
    return content.toByteArray();
  }

  private static int parseLength(String text, int radix) throws HttpException {
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), radix) : -1;
      if (digit < 0) {
        throw new HttpException("not a length: \"" + text + "\"");
      }
      value = value * radix + digit;
      if (value > LONGEST_CONTENT) {
        throw new HttpException("content is longer than " + LONGEST_CONTENT + " bytes: " + text);
      }
    }
    if (text.isEmpty()) {
      throw new HttpException("a length is empty");
    }
    return value;
  }

  private void readFully(byte[] target) throws IOException {
    int done = Math.min(to - from, target.length);
    System.arraycopy(buffer, from, target, 0, done);
    from += done;
    while (done < target.length) {
      int n = transport.read(target, done, target.length - done);
      if (n < 0) {
        throw closed();
      }
      done += n;
    }
  }

  /** Reads one line into {@link #line}; its length without its CRLF. */
  private int readLine() throws IOException {
    int length = 0;
    while (true) {
      int end = from;
      while (end < to && buffer[end] != '\r' && buffer[end] != '\n' && buffer[end] != 0) {
        end++;
      }
      length = keep(end, length);
      if (from < to) {
        if (next() == '\r' && next() == '\n') {
          return length;
        }
        throw new HttpException("control character in a line of the head");
      }
      if (!fill()) {
        throw closed();
      }
    }
  }

  /** Adds to the line what the buffer has up to there. */
  private int keep(int end, int length) throws HttpException {
    int count = end - from;
    countHead(count);
    if (line.length - length < count) {
      line = Arrays.copyOf(line, Math.max(2 * line.length, length + count));
    }
    System.arraycopy(buffer, from, line, length, count);
    from = end;
    return length + count;
  }

  private int next() throws IOException {
    if (from == to && !fill()) {
      throw closed();
    }
    countHead(1);
    return buffer[from++];
  }

  private void countHead(int bytes) throws HttpException {
    headBytes += bytes;
    if (headBytes > LONGEST_HEAD) {
      throw new HttpException("head is longer than " + LONGEST_HEAD + " bytes");
    }
  }

  private boolean startsWith(String prefix, int length) {
    if (length < prefix.length()) {
      return false;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if (line[i] != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private String text(int length) {
    return Latin1.text(line, 0, length);
  }

  private boolean fill() throws IOException {
    int n = transport.read(buffer, 0, buffer.length);
    from = 0;
    to = Math.max(n, 0);
    anyByteRead |= n > 0;
    return n > 0;
  }

  private HttpException closed() {
    return new HttpException(
        "the connection was closed "
            + (anyByteRead ? "in the middle of a response" : "before a response came"));
  }

  private static boolean equals(Optional<String> value, String wanted) {
    return value.isPresent() && value.get().equalsIgnoreCase(wanted);
  }
}

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
  private char[] line = new char[256];
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
    anyByteRead = to > from;
    if (anyByteRead) {
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
    String line = readLine();
    boolean known = line.startsWith("HTTP/1.1 ") || line.startsWith("HTTP/1.0 ");
    if (!known || !(line + " ").startsWith(" ", 12)) {
      throw new HttpException("not a status line of HTTP/1.1: \"" + line + "\"");
    }
    int status = 0;
    for (int i = 9; i < 12; i++) {
      int digit = line.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new HttpException("not a status line of HTTP/1.1: \"" + line + "\"");
      }
      status = status * 10 + digit;
    }
    if (status < 100) {
      throw new HttpException("not a status of HTTP: " + status);
    }
    HttpResponse response = new HttpResponse(status);
    reusable = line.charAt(7) == '1';
    while (readField(response)) {
      // the condition does the work
    }
    if (equals(response.field("Connection"), "close")) {
      reusable = false;
    }
    return response;
  }

  private boolean readField(HttpResponse response) throws IOException {
    String line = readLine();
    if (line.isEmpty()) {
      return false;
    }
    int colon = line.indexOf(':');
    if (colon < 1 || line.charAt(0) <= ' ' || line.charAt(colon - 1) <= ' ') {
      throw new HttpException("not a header field: \"" + line + "\"");
    }
    response.addField(line.substring(0, colon), line.substring(colon + 1).trim());
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
      String line = readLine();
      int end = line.indexOf(';');
      int size = parseLength((end < 0 ? line : line.substring(0, end)).trim(), 16);
      if (size == 0) {
        while (readField(new HttpResponse(0))) {
          // trailers say nothing that is needed
        }
        return content.toByteArray();
      }
      if (size > LONGEST_CONTENT - content.length()) {
        throw new HttpException("content is longer than " + LONGEST_CONTENT + " bytes");
      }
      byte[] chunk = new byte[size];
      readFully(chunk);
      content.append(chunk, 0, size);
      if (!readLine().isEmpty()) {
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

  /** One line without its CRLF; each byte is a character (ISO-8859-1, RFC 9112, 2.2). */
  private String readLine() throws IOException {
    int length = 0;
    boolean afterCr = false;
    while (true) {
      if (from == to && !fill()) {
        throw closed();
      }
      int c = buffer[from++] & 0xFF;
      if (++headBytes > LONGEST_HEAD) {
        throw new HttpException("head is longer than " + LONGEST_HEAD + " bytes");
      }
      if (afterCr && c == '\n') {
        return new String(line, 0, length);
      }
      if (afterCr || c == '\n' || c == 0) {
        throw new HttpException("control character in a line of the head");
      }
      afterCr = c == '\r';
      if (!afterCr) {
        if (length == line.length) {
          line = Arrays.copyOf(line, 2 * length);
        }
        line[length++] = (char) c;
      }
    }
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

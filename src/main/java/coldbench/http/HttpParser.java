package coldbench.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads HTTP/1.1 requests (RFC 9112) out of bytes as they arrive, in pieces of any size. Bodies
 * have a length or are chunked. Bytes of the next request that came along stay for it.
 */
public final class HttpParser {
  /** A name is a token (RFC 9110, section 5.1), right before its colon. */
  private static final Pattern HEADER =
      Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):([^\r\n\u0000]*)");

  private static final int MAX_HEAD_BYTES = 64 * 1024;

  /** Far above Lambda's 6 MB, so that an answer that is too large is read and can be named. */
  private static final int MAX_BODY_BYTES = 64 * 1024 * 1024;

  private byte[] buffer = new byte[8 * 1024];
  private int length;

  private Optional<Head> head = Optional.empty();

  private record Head(
      String method,
      String target,
      String version,
      Map<String, List<String>> headers,
      int bytes,
      Framing framing) {}

  private sealed interface Framing {
    record Length(int bytes) implements Framing {}

    record Chunked() implements Framing {}
  }

  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Body(byte[] bytes, int end) {}

  public void add(byte[] bytes, int count) {
    if (length + count > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + count));
    }
    System.arraycopy(bytes, 0, buffer, length, count);
    length += count;
  }

  /** Whether a request has begun whose body is awaited by {@code Expect: 100-continue}. */
  public boolean expectsContinue() {
    return head.isPresent()
        && "100-continue".equalsIgnoreCase(last(head.get().headers(), "expect", ""));
  }

  /** The next request, once all of it is there. */
  public Optional<HttpRequest> next(long receivedNanos) throws BadRequestException {
    if (head.isEmpty()) {
      head = readHead();
    }
    if (head.isEmpty()) {
      return Optional.empty();
    }
    Head read = head.get();
    Optional<Body> body = readBody(read);
    if (body.isEmpty()) {
      return Optional.empty();
    }
    int end = body.get().end();
    System.arraycopy(buffer, end, buffer, 0, length - end);
    length -= end;
    head = Optional.empty();
    return Optional.of(
        new HttpRequest(
            read.method(),
            read.target(),
            read.version(),
            read.headers(),
            body.get().bytes(),
            receivedNanos));
  }

  private Optional<Head> readHead() throws BadRequestException {
    int start = 0;
    while (start + 1 < length && buffer[start] == '\r' && buffer[start + 1] == '\n') {
      start += 2; // An empty line before a request is to be ignored.
    }
    for (int i = start; i + 3 < length; i++) {
      if (buffer[i] == '\r'
          && buffer[i + 1] == '\n'
          && buffer[i + 2] == '\r'
          && buffer[i + 3] == '\n') {
        return Optional.of(parseHead(new String(buffer, start, i - start, ISO_8859_1), i + 4));
      }
    }
    if (length > MAX_HEAD_BYTES) {
      throw new BadRequestException(431, "The head of a request is larger than 64 KB");
    }
    return Optional.empty();
  }

  private static Head parseHead(String text, int bytes) throws BadRequestException {
    String[] lines = text.split("\r\n", -1);
    String[] start = lines[0].split(" ", -1);
    if (start.length != 3 || !start[2].startsWith("HTTP/1.")) {
      throw new BadRequestException("Not an HTTP/1.1 request line: " + lines[0]);
    }
    Map<String, List<String>> headers = new TreeMap<>();
    for (int i = 1; i < lines.length; i++) {
      Matcher header = HEADER.matcher(lines[i]);
      if (!header.matches()) {
        throw new BadRequestException("Not a header line: " + lines[i]);
      }
      headers
          .computeIfAbsent(header.group(1).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(header.group(2).strip());
    }
    return new Head(start[0], start[1], start[2], headers, bytes, framing(headers));
  }

  private static String last(Map<String, List<String>> headers, String name, String otherwise) {
    List<String> values = headers.getOrDefault(name, List.of(otherwise));
    return values.get(values.size() - 1);
  }

  private static Framing framing(Map<String, List<String>> headers) throws BadRequestException {
    if (last(headers, "transfer-encoding", "").toLowerCase(Locale.ROOT).endsWith("chunked")) {
      return new Framing.Chunked();
    }
    Set<String> lengths = new TreeSet<>(headers.getOrDefault("content-length", List.of("0")));
    if (lengths.size() > 1) {
      throw new BadRequestException("Content-Length is given as " + String.join(" and ", lengths));
    }
    return new Framing.Length(size(lengths.iterator().next(), 10, "Content-Length"));
  }

  private static int size(String text, int radix, String what) throws BadRequestException {
    boolean digits = text.matches(radix == 10 ? "[0-9]+" : "[0-9A-Fa-f]+");
    try {
      if (digits && Integer.parseInt(text, radix) <= MAX_BODY_BYTES) {
        return Integer.parseInt(text, radix);
      }
    } catch (NumberFormatException e) {
      // More than an int holds: named below.
    }
    boolean tooLarge = radix == 10 && digits;
    throw new BadRequestException(
        tooLarge ? 413 : 400, what + " " + text + " is not a number of bytes up to 64 MB");
  }

  private Optional<Body> readBody(Head head) throws BadRequestException {
    if (head.framing() instanceof Framing.Length known) {
      int end = head.bytes() + known.bytes();
      return length < end
          ? Optional.empty()
          : Optional.of(new Body(Arrays.copyOfRange(buffer, head.bytes(), end), end));
    }
    return readChunks(head.bytes());
  }

  /**
   * Reads from the first chunk on each time; answers in chunks are rare and arrive in few reads.
   */
  private Optional<Body> readChunks(int from) throws BadRequestException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int at = from;
    while (true) {
      int lineEnd = lineEnd(at);
      if (lineEnd < 0) {
        return Optional.empty();
      }
      String line = new String(buffer, at, lineEnd - at, ISO_8859_1);
      int size = size(line.split(";", 2)[0].strip(), 16, "Chunk size");
      at = lineEnd + 2;
      if (size == 0) {
        return readTrailers(at).map(end -> new Body(body.toByteArray(), end));
      }
      if (length < at + size + 2) {
        return Optional.empty();
      }
      body.write(buffer, at, size);
      if (body.size() > MAX_BODY_BYTES) {
        throw new BadRequestException(413, "A chunked body is larger than 64 MB");
      }
      at += size + 2;
    }
  }

  private Optional<Integer> readTrailers(int from) {
    int at = from;
    while (true) {
      int lineEnd = lineEnd(at);
      if (lineEnd < 0) {
        return Optional.empty();
      }
      if (lineEnd == at) {
        return Optional.of(at + 2);
      }
      at = lineEnd + 2;
    }
  }

  private int lineEnd(int from) {
    for (int i = from; i + 1 < length; i++) {
      if (buffer[i] == '\r' && buffer[i + 1] == '\n') {
        return i;
      }
    }
    return -1;
  }
}

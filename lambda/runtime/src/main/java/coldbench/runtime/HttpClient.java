package coldbench.runtime;

import java.io.IOException;
import java.util.Optional;

/**
 * One keep-alive connection to one server, opened when needed and again when it was closed.
 *
 * <p>Source of two requests in one piece: RFC 9112, section 9.3.2.
 */
final class HttpClient {
  private final Platform platform;
  private final Endpoint endpoint;
  private final ByteBuilder request = new ByteBuilder(1024);
  private Optional<Transport> transport = Optional.empty();
  private Optional<HttpReader> reader = Optional.empty();

  /** Whether the request that comes next was sent along with the last one. */
  private boolean sentAhead;

  HttpClient(Platform platform, Endpoint endpoint) {
    this.platform = platform;
    this.endpoint = endpoint;
  }

  HttpResponse get(String path) throws IOException {
    request.clear();
    beginGet(path);
    return exchange();
  }

  /**
   * Posts JSON.
   *
   * @param fields more header fields, each ending in CRLF
   */
  HttpResponse post(String path, String fields, byte[] json) throws IOException {
    beginPost(path, fields, json);
    return exchange();
  }

  /**
   * Posts JSON and sends the request for {@code next} in the same piece, which spares a round trip.
   * The caller then has to {@link #get} that path.
   *
   * @return the response to what was posted
   */
  HttpResponse postAndAsk(String path, byte[] json, String next) throws IOException {
    beginPost(path, "", json);
    beginGet(next);
    HttpResponse response = exchange();
    sentAhead = reader.isPresent();
    return response;
  }

  private void beginGet(String path) {
    begin("GET ", path);
    request.append("\r\n");
  }

  private void beginPost(String path, String fields, byte[] json) {
    request.clear();
    begin("POST ", path);
    request.append("Content-Type: application/json\r\nContent-Length: ");
    request.append(Integer.toString(json.length)).append("\r\n").append(fields).append("\r\n");
    request.append(json, 0, json.length);
  }

  private void begin(String method, String path) {
    request.append(method).append(path).append(" HTTP/1.1\r\nHost: ");
    request.append(endpoint.authority()).append("\r\n");
  }

  /**
   * A kept connection may have been closed meanwhile, which shows only on use. Then, and only while
   * nothing of a response was read, the request is sent once more on a new connection.
   */
  private HttpResponse exchange() throws IOException {
    if (reader.isPresent()) {
      HttpReader kept = reader.get();
      try {
        return exchange(kept);
      } catch (IOException e) {
        if (kept.hasBegun()) {
          throw e;
        }
      }
    }
    Transport opened = platform.connect(endpoint.host(), endpoint.port());
    HttpReader fresh = new HttpReader(opened);
    transport = Optional.of(opened);
    reader = Optional.of(fresh);
    return exchange(fresh);
  }

  private HttpResponse exchange(HttpReader on) throws IOException {
    boolean complete = false;
    try {
      on.begin(sentAhead);
      if (!sentAhead) {
        transport.get().write(request.buffer(), 0, request.length());
      }
      sentAhead = false;
      HttpResponse response = on.read();
      complete = on.isReusable();
      return response;
    } finally {
      if (!complete) {
        close();
      }
    }
  }

  private void close() {
    transport.ifPresent(Transport::close);
    transport = Optional.empty();
    reader = Optional.empty();
    sentAhead = false;
  }
}

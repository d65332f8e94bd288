package coldbench.runtime;

import java.io.IOException;
import java.util.Optional;

/** One keep-alive connection to one server, opened when needed and again when it was closed. */
final class HttpClient {
  private final Platform platform;
  private final Endpoint endpoint;
  private final ByteBuilder request = new ByteBuilder(1024);
  private Optional<Transport> transport = Optional.empty();
  private Optional<HttpReader> reader = Optional.empty();

  HttpClient(Platform platform, Endpoint endpoint) {
    this.platform = platform;
    this.endpoint = endpoint;
  }

  HttpResponse get(String path) throws IOException {
    begin("GET ", path);
    request.append("\r\n");
    return exchange();
  }

  /**
   * Posts JSON.
   *
   * @param fields more header fields, each ending in CRLF
   */
  HttpResponse post(String path, String fields, byte[] json) throws IOException {
    begin("POST ", path);
    request.append("Content-Type: application/json\r\nContent-Length: ");
    request.append(Integer.toString(json.length)).append("\r\n").append(fields).append("\r\n");
    request.append(json, 0, json.length);
    return exchange();
  }

  private void begin(String method, String path) {
    request.clear().append(method).append(path).append(" HTTP/1.1\r\nHost: ");
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
      on.begin();
      transport.get().write(request.buffer(), 0, request.length());
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
  }
}

package coldbench.url;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.http.BadRequestException;
import coldbench.http.HttpParser;
import coldbench.http.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * HTTP/1.1 on a port of this machine, a thread for each connection. Requests are handed on as they
 * were sent: what a URL may not contain reaches a function of Lambda, too, and the JDK's own server
 * refuses it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112">RFC 9112</a>
 */
final class HttpListener implements AutoCloseable {
  private static final int IDLE_MILLIS = 60_000;
  private static final int LINGER_MILLIS = 1_000;

  /** In the form of RFC 9110, section 5.6.7. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final ServerSocket server;
  private final Clock clock;
  private final Handler handler;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /** Answers one request. */
  interface Handler {
    UrlAnswer answer(HttpRequest request, InetAddress client);
  }

  /**
   * Listens on the loopback interface.
   *
   * @param port 0 for any that is free
   * @throws IOException if the port is taken
   */
  HttpListener(int port, Clock clock, Handler handler) throws IOException {
    InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    this.server = new ServerSocket();
    this.server.setReuseAddress(true);
    this.server.bind(new InetSocketAddress(here, port), 1024);
    this.clock = clock;
    this.handler = handler;
    threads.execute(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        threads.execute(() -> serve(socket));
      } catch (IOException e) {
        // Closed, or a client that is gone already.
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(IDLE_MILLIS);
      HttpParser parser = new HttpParser();
      boolean goesOn = true;
      while (goesOn) {
        Optional<HttpRequest> request = read(socket, parser);
        goesOn = request.isPresent() && request.get().keepsAlive();
        if (request.isPresent()) {
          write(
              socket,
              request.get().method(),
              goesOn,
              handler.answer(request.get(), socket.getInetAddress()));
        }
      }
    } catch (IOException e) {
      // The client is gone or was silent for too long: there is nobody to be told.
    } finally {
      open.remove(socket);
    }
  }

  /** The next request, none at the end of the connection. */
  private Optional<HttpRequest> read(Socket socket, HttpParser parser) throws IOException {
    byte[] piece = new byte[64 * 1024];
    boolean continued = false;
    try {
      while (true) {
        Optional<HttpRequest> request = parser.next(System.nanoTime());
        if (request.isPresent()) {
          check(request.get());
          return request;
        }
        if (parser.expectsContinue() && !continued) {
          socket.getOutputStream().write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
          continued = true;
        }
        int count = socket.getInputStream().read(piece);
        if (count < 0) {
          return Optional.empty();
        }
        parser.add(piece, count);
      }
    } catch (BadRequestException e) {
      write(socket, "GET", false, UrlAnswer.error(e.status(), e.reason()));
      letRead(socket);
      return Optional.empty();
    }
  }

  /** What a front end refuses, since two servers could read it in two ways: RFC 9112, 3.2, 6.1. */
  private static void check(HttpRequest request) throws BadRequestException {
    Map<String, List<String>> headers = request.headers();
    if (headers.containsKey("content-length") && headers.containsKey("transfer-encoding")) {
      throw new BadRequestException("A request has both Content-Length and Transfer-Encoding");
    }
    int hosts = headers.getOrDefault("host", List.of()).size();
    if (hosts > 1 || (hosts == 0 && !request.version().equals("HTTP/1.0"))) {
      throw new BadRequestException("A request has %d Host headers, expected one".formatted(hosts));
    }
  }

  /** A client that is still sending when the connection is closed never reads the answer. */
  private static void letRead(Socket socket) throws IOException {
    socket.shutdownOutput();
    socket.setSoTimeout(LINGER_MILLIS);
    InputStream in = socket.getInputStream();
    long end = System.nanoTime() + LINGER_MILLIS * 1_000_000L;
    byte[] piece = new byte[64 * 1024];
    while (System.nanoTime() < end && in.read(piece) >= 0) {}
  }

  private void write(Socket socket, String method, boolean goesOn, UrlAnswer answer)
      throws IOException {
    StringBuilder head = new StringBuilder(512);
    head.append("HTTP/1.1 ").append(answer.status()).append(" \r\n");
    head.append("date: ").append(DATE.format(clock.instant())).append("\r\n");
    if (answer.mayHaveBody()) {
      head.append("content-length: ").append(answer.body().length).append("\r\n");
    }
    head.append("connection: ").append(goesOn ? "keep-alive" : "close").append("\r\n");
    answer.headers().forEach((name, values) -> append(head, name, values));
    byte[] start = head.append("\r\n").toString().getBytes(UTF_8);
    boolean body = answer.mayHaveBody() && !method.equals("HEAD");
    byte[] all = Arrays.copyOf(start, start.length + (body ? answer.body().length : 0));
    System.arraycopy(answer.body(), 0, all, start.length, all.length - start.length);
    OutputStream out = socket.getOutputStream();
    out.write(all);
  }

  private static void append(StringBuilder head, String name, List<String> values) {
    values.forEach(value -> head.append(name).append(": ").append(value).append("\r\n"));
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      // They are gone either way.
    }
    threads.shutdownNow();
  }
}

package coldbench.url;

import coldbench.emulator.Invocation;
import coldbench.emulator.LambdaException;
import coldbench.emulator.LocalLambda;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The URL of a function in the local Lambda, on a port of this machine: {@code
 * http://127.0.0.1:<port>/}. Requests that overlap are invocations that overlap.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html">Function
 *     URLs</a>
 */
public final class FunctionUrl implements AutoCloseable {
  private static final int MAX_BODY_BYTES = 6 * 1024 * 1024;

  private final LocalLambda lambda;
  private final String function;
  private final String accountId;
  private final UrlAuth auth;
  private final Clock clock;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private FunctionUrl(
      LocalLambda lambda,
      String function,
      String accountId,
      UrlAuth auth,
      Clock clock,
      HttpServer server) {
    this.lambda = lambda;
    this.function = function;
    this.accountId = accountId;
    this.auth = auth;
    this.clock = clock;
    this.server = server;
  }

  /**
   * Starts to listen.
   *
   * @param port 0 for any that is free
   * @throws IOException if the port is taken
   * @throws LambdaException if there is no such function
   */
  public static FunctionUrl open(
      LocalLambda lambda, String function, UrlAuth auth, int port, Clock clock)
      throws IOException, LambdaException {
    String accountId = lambda.getFunction(function).arn().split(":", -1)[4];
    // Else the JDK's server holds the end of each answer back for 40 ms (Nagle, delayed ACK).
    System.setProperty("sun.net.httpserver.nodelay", "true");
    InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    HttpServer server = HttpServer.create(new InetSocketAddress(here, port), 0);
    FunctionUrl url = new FunctionUrl(lambda, function, accountId, auth, clock, server);
    server.setExecutor(url.threads);
    server.createContext("/", url::handle);
    server.start();
    return url;
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
      // A client that is still sending would be cut off and never read the answer.
      exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
      String requestId = UUID.randomUUID().toString();
      UrlAnswer answer =
          body.length > MAX_BODY_BYTES
              ? UrlAnswer.error(413, "Request Entity Too Large")
              : answer(request(exchange, body), requestId);
      answer.headers().forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
      exchange.getResponseHeaders().set("x-amzn-requestid", requestId);
      send(exchange, answer);
    }
  }

  private static void send(HttpExchange exchange, UrlAnswer answer) throws IOException {
    int length = answer.body().length;
    boolean head = exchange.getRequestMethod().equals("HEAD");
    if (head) {
      exchange.getResponseHeaders().set("content-length", Integer.toString(length));
    }
    exchange.sendResponseHeaders(answer.status(), head || length == 0 ? -1 : length);
    if (!head && length > 0) {
      exchange.getResponseBody().write(answer.body());
    }
  }

  private static UrlRequest request(HttpExchange exchange, byte[] body) {
    return UrlRequest.of(
        exchange.getRequestMethod().toUpperCase(Locale.ROOT),
        exchange.getRequestURI(),
        exchange.getRequestHeaders(),
        exchange.getRemoteAddress().getAddress().getHostAddress(),
        body);
  }

  private UrlAnswer answer(UrlRequest request, String requestId) {
    if (auth == UrlAuth.AWS_IAM && request.accessKey().isEmpty()) {
      return UrlAnswer.forbidden();
    }
    try {
      byte[] event = UrlEvent.of(request, requestId, function, accountId, auth, clock);
      Invocation invocation = lambda.invoke(function, event);
      return invocation.functionError().isPresent()
          ? UrlAnswer.error(502, "Internal Server Error")
          : UrlAnswer.of(invocation.payload());
    } catch (LambdaException e) {
      int status = e.error().equals("RequestTooLargeException") ? 413 : 502;
      return UrlAnswer.error(status, status == 413 ? "Request Entity Too Large" : "Bad Gateway");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return UrlAnswer.error(503, "Service Unavailable");
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

package coldbench.url;

import coldbench.emulator.Invocation;
import coldbench.emulator.LambdaException;
import coldbench.emulator.LocalLambda;
import coldbench.http.HttpRequest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The URL of a function in the local Lambda, on a port of this machine: {@code
 * http://127.0.0.1:<port>/}. Requests that overlap are invocations that overlap.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html">Function
 *     URLs</a>
 */
public final class FunctionUrl implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_BODY_BYTES = 6 * 1024 * 1024;

  private final LocalLambda lambda;
  private final String function;
  private final String accountId;
  private final UrlAuth auth;
  private final Clock clock;
  private final Consumer<String> faults;
  private final HttpListener listener;

  /** Whether an event is a request as a URL delivers it, payload format 2.0. */
  public static boolean isRequest(String event) {
    try {
      return JSON.readTree(event).at("/requestContext/http/method").isTextual();
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private FunctionUrl(
      LocalLambda lambda,
      String function,
      String accountId,
      UrlAuth auth,
      int port,
      Clock clock,
      Consumer<String> faults)
      throws IOException {
    this.lambda = lambda;
    this.function = function;
    this.accountId = accountId;
    this.auth = auth;
    this.clock = clock;
    this.faults = faults;
    this.listener = new HttpListener(port, clock, this::answer);
  }

  /**
   * Starts to listen.
   *
   * @param port 0 for any that is free
   * @param faults hears why an answer of the function described no response
   * @throws IOException if the port is taken
   * @throws LambdaException if there is no such function
   */
  public static FunctionUrl open(
      LocalLambda lambda,
      String function,
      UrlAuth auth,
      int port,
      Clock clock,
      Consumer<String> faults)
      throws IOException, LambdaException {
    String accountId = lambda.getFunction(function).arn().split(":", -1)[4];
    return new FunctionUrl(lambda, function, accountId, auth, port, clock, faults);
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + listener.port() + "/");
  }

  private UrlAnswer answer(HttpRequest sent, InetAddress client) {
    UrlRequest request = UrlRequest.of(sent, client.getHostAddress(), listener.port());
    String requestId = UUID.randomUUID().toString();
    TraceHeader trace = TraceHeader.of(clock);
    return answer(request, requestId, trace)
        .with("x-amzn-requestid", requestId)
        .with("x-amzn-trace-id", trace.ofAnswer());
  }

  private UrlAnswer answer(UrlRequest request, String requestId, TraceHeader trace) {
    if (request.body().length > MAX_BODY_BYTES) {
      return tooLarge();
    }
    if (auth == UrlAuth.AWS_IAM && request.accessKey().isEmpty()) {
      return UrlAnswer.forbidden();
    }
    try {
      UrlEvent event = new UrlEvent(request, requestId, trace, function, accountId, auth, clock);
      Invocation invocation = lambda.invoke(function, event.json());
      return invocation.functionError().isPresent()
          ? UrlAnswer.badGateway()
          : UrlAnswer.of(invocation.payload(), faults);
    } catch (LambdaException e) {
      return e.error().equals("RequestTooLargeException") ? tooLarge() : UrlAnswer.badGateway();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return UrlAnswer.error(503, "Service Unavailable");
    }
  }

  private static UrlAnswer tooLarge() {
    return UrlAnswer.error(413, "Request Entity Too Large");
  }

  @Override
  public void close() {
    listener.close();
  }
}

package coldbench.emulator.runtimeapi;

import coldbench.http.HttpRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a runtime asks of its Runtime API.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Runtime API</a>
 */
public sealed interface RuntimeCall {
  Connection connection();

  /** {@code GET /runtime/invocation/next}: give me the next event. */
  record Next(Connection connection, long receivedNanos) implements RuntimeCall {}

  /** {@code POST /runtime/invocation/<id>/response}: the answer. */
  record Response(Connection connection, String requestId, HttpRequest request)
      implements RuntimeCall {}

  /** {@code POST /runtime/invocation/<id>/error}: the function failed. */
  record InvocationError(Connection connection, String requestId, HttpRequest request)
      implements RuntimeCall {}

  /** {@code POST /runtime/init/error}: the function could not be initialised. */
  record InitError(Connection connection, HttpRequest request) implements RuntimeCall {}

  String VERSION = "/2018-06-01";
  Pattern INVOCATION =
      Pattern.compile(VERSION + "/runtime/invocation/([^/?]+)/(response|error)/?(\\?.*)?");

  /** Empty if there is no such method and path in the Runtime API. */
  static Optional<RuntimeCall> of(Connection connection, HttpRequest request) {
    String path = request.target();
    if (request.method().equals("GET")) {
      return path.equals(VERSION + "/runtime/invocation/next")
          ? Optional.of(new Next(connection, request.receivedNanos()))
          : Optional.empty();
    }
    if (!request.method().equals("POST")) {
      return Optional.empty();
    }
    if (path.equals(VERSION + "/runtime/init/error")) {
      return Optional.of(new InitError(connection, request));
    }
    Matcher invocation = INVOCATION.matcher(path);
    if (!invocation.matches()) {
      return Optional.empty();
    }
    String requestId = invocation.group(1);
    return Optional.of(
        invocation.group(2).equals("response")
            ? new Response(connection, requestId, request)
            : new InvocationError(connection, requestId, request));
  }
}

package coldbench.aws;

import coldbench.runtime.HttpResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * Other Lambda functions.
 *
 * <p>Source: https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 */
public final class Functions {
  private final Caller caller;
  private final String host;

  Functions(Caller caller, String host) {
    this.caller = caller;
    this.host = host;
  }

  /** What a function has answered. */
  public static final class Answer {
    private final byte[] payload;
    private final Optional<String> error;

    Answer(byte[] payload, Optional<String> error) {
      this.payload = payload;
      this.error = error;
    }

    /** JSON; that of the error if there is one. */
    public byte[] payload() {
      return payload;
    }

    /** {@code Unhandled} or {@code Handled} if the function itself has failed. */
    public Optional<String> error() {
      return error;
    }
  }

  /**
   * Calls a function and waits for its answer.
   *
   * @param name a name, {@code name:qualifier}, or an ARN
   * @param payload JSON of at most 6 MB
   */
  public Answer invoke(String name, byte[] payload) throws IOException {
    HttpResponse response = send(name, payload, "RequestResponse");
    return new Answer(response.content(), response.field("X-Amz-Function-Error"));
  }

  /** Has a function called, later and without an answer. */
  public void send(String name, byte[] payload) throws IOException {
    send(name, payload, "Event");
  }

  private HttpResponse send(String name, byte[] payload, String type) throws IOException {
    String path = "/2015-03-31/functions/" + Escaped.part(name) + "/invocations";
    Map<String, String> fields =
        Map.of("content-type", "application/json", "x-amz-invocation-type", type);
    return caller.send(
        new Call("lambda Invoke", "POST", host, path, "", fields, payload), "lambda");
  }
}

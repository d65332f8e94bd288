package coldbench.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Optional;

/**
 * Lambda's side of a runtime, version 2018-06-01.
 *
 * <p>Source: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 */
final class RuntimeApi {
  private static final String ROOT = "/2018-06-01/runtime/";
  private static final String NEXT = ROOT + "invocation/next";
  private static final int ACCEPTED = 202;
  private static final int TOO_LARGE = 413;

  private final HttpClient http;

  RuntimeApi(HttpClient http) {
    this.http = http;
  }

  /** One invocation as it arrives: the event, and what the header says about it. */
  record Invocation(HttpResponse response, String requestId, long deadlineEpochMillis) {
    byte[] event() {
      return response.content();
    }

    Optional<String> field(String name) {
      return response.field(name);
    }
  }

  /** Waits for the next invocation; Lambda freezes the sandbox meanwhile. */
  Invocation next() throws IOException {
    HttpResponse response = http.get(NEXT);
    if (response.status != 200) {
      throw refused("next", response);
    }
    String requestId = response.field("Lambda-Runtime-Aws-Request-Id").orElse("");
    for (int i = 0; i < requestId.length(); i++) {
      if (requestId.charAt(i) <= ' ' || requestId.charAt(i) >= 0x7F) {
        requestId = "";
      }
    }
    if (requestId.isEmpty()) {
      throw new HttpException("next: Lambda-Runtime-Aws-Request-Id is missing or not an id");
    }
    return new Invocation(response, requestId, deadline(response));
  }

  private static long deadline(HttpResponse response) throws HttpException {
    String text = response.field("Lambda-Runtime-Deadline-Ms").orElse("");
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new HttpException("next: Lambda-Runtime-Deadline-Ms is \"" + text + "\", not a number");
    }
  }

  /**
   * Answers, and asks for the next event in the same piece: that is what follows, however the
   * answer is taken.
   *
   * @return false if it is larger than Lambda allows, which tells the caller so by itself
   */
  boolean respond(String requestId, byte[] answer) throws IOException {
    String path = ROOT + "invocation/" + requestId + "/response";
    HttpResponse response = http.postAndAsk(path, answer, NEXT);
    if (response.status != ACCEPTED && response.status != TOO_LARGE) {
      throw refused("response", response);
    }
    return response.status == ACCEPTED;
  }

  void fail(String requestId, ErrorReport error) throws IOException {
    post("invocation/" + requestId + "/error", error);
  }

  void failInit(ErrorReport error) throws IOException {
    post("init/error", error);
  }

  private void post(String path, ErrorReport error) throws IOException {
    String type = "Lambda-Runtime-Function-Error-Type: " + error.type() + "\r\n";
    HttpResponse response = http.post(ROOT + path, type, error.toJson().getBytes(UTF_8));
    if (response.status != ACCEPTED) {
      throw refused(path, response);
    }
  }

  private static HttpException refused(String what, HttpResponse response) {
    return new HttpException(
        what + ": the Runtime API answered " + response.status + " " + response.excerpt());
  }
}

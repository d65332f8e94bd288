package coldbench.emulator.runtimeapi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A runtime, which is a socket here, and its Runtime API. */
class RuntimeApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NEXT =
      "GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: h\r\n\r\n";

  private RuntimeApi api;
  private Socket runtime;

  @BeforeEach
  void start() throws IOException {
    api = new RuntimeApi();
    runtime = connect();
  }

  @AfterEach
  void stop() throws IOException {
    runtime.close();
    api.close();
  }

  @Test
  void anEventIsHandedOutAndItsAnswerTaken() throws Exception {
    send(NEXT);
    RuntimeCall next = await();
    assertThat(next).isInstanceOf(RuntimeCall.Next.class);
    next.connection()
        .respond(
            200, Map.of("Lambda-Runtime-Aws-Request-Id", "id-1"), "{\"n\":40}".getBytes(UTF_8));
    assertThat(receive("{\"n\":40}"))
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("Lambda-Runtime-Aws-Request-Id: id-1\r\n", "Content-Length: 8\r\n");

    send(post("/invocation/id-1/response", "{\"body\":\"ü\"}"));
    RuntimeCall.Response response = (RuntimeCall.Response) await();
    assertThat(response.requestId()).isEqualTo("id-1");
    assertThat(response.request().body()).asString(UTF_8).isEqualTo("{\"body\":\"ü\"}");
  }

  @Test
  void theErrorsOfAnInvocationAndOfInitAreToldApart() throws Exception {
    send(post("/invocation/id-2/error", "{}"));
    assertThat(await()).isInstanceOf(RuntimeCall.InvocationError.class);
    send(post("/init/error", "{}"));
    assertThat(await()).isInstanceOf(RuntimeCall.InitError.class);
  }

  @Test
  void anAnswerAndTheQuestionForTheNextEventMayComeInOnePiece() throws Exception {
    send(post("/invocation/id-3/response", "{}") + NEXT);
    assertThat(await()).isInstanceOf(RuntimeCall.Response.class);
    assertThat(await()).isInstanceOf(RuntimeCall.Next.class);
  }

  @Test
  void aRequestMayComeByteByByte() throws Exception {
    CompletableFuture<Void> sent =
        CompletableFuture.runAsync(
            () -> {
              for (char c : post("/invocation/id-4/response", "{\"a\":1}").toCharArray()) {
                sendUnchecked(String.valueOf(c));
              }
            });
    assertThat(((RuntimeCall.Response) await()).request().body())
        .asString(UTF_8)
        .isEqualTo("{\"a\":1}");
    sent.join();
  }

  @Test
  void anAnswerMayComeInChunksAfterItsContinueWasGiven() throws Exception {
    String head = "Host: h\r\nExpect: 100-continue\r\nTransfer-Encoding: chunked\r\n\r\n";
    send("POST /2018-06-01/runtime/invocation/id-5/response HTTP/1.1\r\n" + head);
    assertThat(api.await(soon(), () -> receivedBytes() > 0)).isEmpty();
    assertThat(receive("\r\n\r\n")).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
    send("3\r\n{\"a\r\n4\r\n\":1}\r\n0\r\n\r\n");
    assertThat(((RuntimeCall.Response) await()).request().body())
        .asString(UTF_8)
        .isEqualTo("{\"a\":1}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /2018-06-01/runtime/invocation/next/more",
        "GET /2015-03-31/runtime/invocation/next",
        "PUT /2018-06-01/runtime/invocation/id/response",
        "POST /2018-06-01/runtime/invocation//response",
        "POST /2018-06-01/runtime/invocation/id/answer",
        "POST /2018-06-01/runtime/exit/error"
      })
  void whatIsNotInTheRuntimeApiIsNotFound(String asked) throws Exception {
    send(asked + " HTTP/1.1\r\nHost: h\r\n\r\n" + NEXT);
    assertThat(await()).as("the question after it").isInstanceOf(RuntimeCall.Next.class);
    String answer = receive("}");
    assertThat(answer).startsWith("HTTP/1.1 404 Not Found\r\n");
    JsonNode error = JSON.readTree(answer.substring(answer.indexOf('{')));
    assertThat(error.path("errorMessage").asText()).isEqualTo(asked + " is not in the Runtime API");
  }

  @ParameterizedTest
  @CsvSource({
    "'NEXT\r\n\r\n', Not an HTTP/1.1 request line: NEXT",
    "'GET / HTTP/1.1\r\nHost : h\r\n\r\n', Not a header line: Host : h",
    "'POST / HTTP/1.1\r\nContent-Length: +2\r\n\r\n{}', Content-Length +2 is not a number of bytes up to 64 MB"
  })
  void whatIsNotHttpIsRefusedAndItsConnectionClosed(String sent, String message) throws Exception {
    send(sent);
    assertThat(api.await(soon(), () -> receivedBytes() > 0)).isEmpty();
    String answer = new String(runtime.getInputStream().readAllBytes(), ISO_8859_1);
    assertThat(answer).startsWith("HTTP/1.1 400 Bad Request\r\n").contains("Connection: close");
    assertThat(JSON.readTree(answer.substring(answer.indexOf('{'))).path("errorMessage").asText())
        .isEqualTo(message);
  }

  @Test
  void anEventThatIsLargerThanTheSocketWaitsForItsReader() throws Exception {
    byte[] event = "7".repeat(6 * 1024 * 1024).getBytes(UTF_8);
    send(NEXT);
    RuntimeCall next = await();
    CompletableFuture<Long> read =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                Thread.sleep(100); // The sender finds the socket full.
                InputStream in = runtime.getInputStream();
                while (in.read() != '7') {
                  assertThat(in.available()).isPositive();
                }
                assertThat(in.readNBytes(event.length - 1)).hasSize(event.length - 1);
                return System.nanoTime();
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    long writtenNanos = next.connection().respond(200, Map.of(), event);
    assertThat(writtenNanos).isLessThan(read.join());
  }

  @Test
  void anotherConnectionServesWhereTheFirstWasClosed() throws Exception {
    send("GET /2018");
    runtime.close();
    runtime = connect();
    send(NEXT);
    assertThat(await()).isInstanceOf(RuntimeCall.Next.class);
  }

  @Test
  void whatARuntimeSentBeforeItEndedIsStillRead() throws Exception {
    send(post("/init/error", "{}"));
    assertThat(api.await(soon(), () -> true)).isPresent();
    assertThat(api.await(soon(), () -> true)).isEmpty();
  }

  @Test
  void aWaitEndsAtItsDeadlineOrWhenItIsWoken() throws Exception {
    long deadline = System.nanoTime() + Duration.ofMillis(30).toNanos();
    assertThat(api.await(deadline, () -> false)).isEmpty();
    assertThat(System.nanoTime()).isGreaterThanOrEqualTo(deadline);

    AtomicBoolean ended = new AtomicBoolean();
    CompletableFuture<Void> end =
        CompletableFuture.runAsync(
            () -> {
              ended.set(true);
              api.wake();
            });
    assertThat(api.await(soon(), ended::get)).isEmpty();
    end.join();
  }

  private Socket connect() throws IOException {
    return new Socket(RuntimeApi.loopback(), api.port());
  }

  private static long soon() {
    return System.nanoTime() + Duration.ofSeconds(20).toNanos();
  }

  private RuntimeCall await() throws Exception {
    return api.await(soon(), () -> false).orElseThrow();
  }

  private static String post(String path, String body) {
    return "POST /2018-06-01/runtime%s HTTP/1.1\r\nHost: h\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(path, body.getBytes(UTF_8).length, body);
  }

  private void send(String text) throws IOException {
    runtime.getOutputStream().write(text.getBytes(UTF_8));
  }

  private void sendUnchecked(String text) {
    try {
      send(text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private int receivedBytes() {
    try {
      return runtime.getInputStream().available();
    } catch (IOException e) {
      return 1; // Closed, which is an answer too.
    }
  }

  /** What comes until it ends as given. */
  private String receive(String end) throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.length() < end.length() || !text.toString().endsWith(end)) {
      int c = runtime.getInputStream().read();
      assertThat(c).as("closed after " + text).isNotNegative();
      text.append((char) c);
    }
    return text.toString();
  }
}

package coldbench.probe;

import static coldbench.testing.RuntimeApiServer.head;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coldbench.testing.FunctionProcess;
import coldbench.testing.Launcher;
import coldbench.testing.RuntimeApiServer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * HTTP as it comes over a real connection: in pieces, in chunks, large, broken off, or not at all.
 */
class ConnectionIT {
  private static final String ACCEPTED = "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n";
  private static final String ID = "8476a536-e9f4-11e8-9739-2dfe598c3fcd";

  static Stream<Launcher> launchers() {
    return RuntimeIT.launchers();
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void anEventMayComeInChunks(Launcher launcher) throws Exception {
    try (RuntimeApiServer server = new RuntimeApiServer();
        FunctionProcess function = launcher.start(server)) {
      server.receiveNext();
      server.send(
          head(ID)
              + "Transfer-Encoding: chunked\r\n\r\n6;ext=\"1\"\r\n{\"a\": \r\n00A\r\n\"123456789\r\n"
              + "2\r\n\"}\r\n0\r\nTrailer: x\r\n\r\n");
      assertThat(server.receive().text()).isEqualTo("{\"a\": \"123456789\"}");
      server.accept();
      assertThat(server.invoke("{}").text()).isEqualTo("{}");
      assertThat(server.connections()).isEqualTo(1);
      assertThat(function.log()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void anEventMayComeByteByByte(Launcher launcher) throws Exception {
    try (RuntimeApiServer server = new RuntimeApiServer();
        FunctionProcess function = launcher.start(server)) {
      server.receiveNext();
      String event = "{\"a\": \"b\"}";
      String raw =
          "HTTP/1.1 100 Continue\r\n\r\n"
              + head(ID)
              + "Content-Length: "
              + event.length()
              + "\r\n\r\n"
              + event;
      for (byte b : raw.getBytes(UTF_8)) {
        server.send(new byte[] {b});
      }
      assertThat(server.receive().text()).isEqualTo(event);
      assertThat(function.log()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void eventsAndAnswersMayHave6Megabytes(Launcher launcher) throws Exception {
    try (RuntimeApiServer server = new RuntimeApiServer();
        FunctionProcess function = launcher.start(server)) {
      String event = "{\"a\": \"" + "\u00e9\u2713 ".repeat(1_040_000) + "\"}";
      for (int i = 0; i < 4; i++) {
        assertThat(server.invoke(event).text().equals(event)).isTrue();
        assertThat(server.invoke("{}").text()).isEqualTo("{}");
      }
      assertThat(server.invoke("{\"do\": \"answer\", \"size\": 6291456}").text()).hasSize(6291456);
      assertThat(function.log()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void aConnectionThatWasClosedIsOpenedAgain(Launcher launcher) throws Exception {
    try (RuntimeApiServer server = new RuntimeApiServer();
        FunctionProcess function = launcher.start(server)) {
      // said in advance
      server.receiveNext();
      server.send(head(ID) + "Connection: Close\r\nContent-Length: 2\r\n\r\n{}");
      server.closeConnection();
      assertThat(server.receive().text()).isEqualTo("{}");
      server.accept();
      // without a word, while the runtime waits for the next event
      server.receiveNext();
      server.closeConnection();
      assertThat(server.invoke("{}").text()).isEqualTo("{}");
      // an answer that lasts until the end of the connection
      server.receiveNext();
      server.send(head(ID) + "\r\n{\"until\": \"the end\"}");
      server.closeConnection();
      assertThat(server.receive().text()).isEqualTo("{\"until\": \"the end\"}");
      server.accept();
      assertThat(server.invoke("{}").text()).isEqualTo("{}");
      assertThat(server.connections()).isEqualTo(4);
      assertThat(function.log()).isEmpty();
    }
  }

  /** Which spares a round trip, and which AWS's own server takes: it reads one after the other. */
  @ParameterizedTest
  @MethodSource("launchers")
  void anAnswerAndTheNextQuestionComeInOnePiece(Launcher launcher) throws Exception {
    try (RuntimeApiServer server = new RuntimeApiServer();
        FunctionProcess function = launcher.start(server)) {
      server.receiveNext();
      for (int i = 0; i < 3; i++) {
        server.sendEvent(ID, "{}".getBytes(UTF_8));
        assertThat(server.receive().text()).isEqualTo("{}");
        server.receiveNext(); // although nothing was accepted yet
        server.accept();
      }
      // both answers in one piece, too
      server.sendEvent(ID, "{\"n\": 1}".getBytes(UTF_8));
      assertThat(server.receive().text()).isEqualTo("{\"n\": 1}");
      server.receiveNext();
      server.send(ACCEPTED + head(ID) + "Content-Length: 8\r\n\r\n{\"n\": 2}");
      assertThat(server.receive().text()).isEqualTo("{\"n\": 2}");
      server.receiveNext();
      assertThat(server.connections()).isEqualTo(1);
      assertThat(function.log()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void aQuestionThatWasLostWithItsConnectionIsAskedAgain(Launcher launcher) throws Exception {
    try (RuntimeApiServer server = new RuntimeApiServer();
        FunctionProcess function = launcher.start(server)) {
      server.receiveNext();
      server.sendEvent(ID, "{\"n\": 1}".getBytes(UTF_8));
      server.receive();
      server.receiveNext();
      server.send("HTTP/1.1 202 Accepted\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
      server.closeConnection();
      server.receiveNext();
      server.sendEvent(ID, "{\"n\": 2}".getBytes(UTF_8));
      server.receive();
      server.receiveNext();
      server.accept();
      server.closeConnection(); // without a word
      server.receiveNext();
      server.sendEvent(ID, "{\"n\": 3}".getBytes(UTF_8));
      server.receive();
      server.receiveNext();
      server.closeConnection(); // nothing of it was accepted
      assertThat(server.receive().text()).isEqualTo("{\"n\": 3}");
      server.receiveNext();
      server.accept();
      assertThat(server.connections()).isEqualTo(4);
      assertThat(function.log()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void anAnswerThatIsRefusedEndsTheProcessWithAReason(Launcher launcher) throws Exception {
    for (String status : List.of("400 Bad Request", "403 Forbidden", "500 Oh")) {
      try (RuntimeApiServer server = new RuntimeApiServer();
          FunctionProcess function = launcher.start(server)) {
        server.receiveNext();
        server.sendEvent(ID, "{}".getBytes(UTF_8));
        server.receive();
        server.send("HTTP/1.1 " + status + "\r\nContent-Length: 2\r\n\r\nno");
        assertThat(function.exitCode()).isEqualTo(1);
        assertThat(function.log())
            .contains("response: the Runtime API answered " + status.substring(0, 3) + " no");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void theHostMayBeAName(Launcher launcher) throws Exception {
    try (RuntimeApiServer server = new RuntimeApiServer();
        FunctionProcess function =
            launcher.start(Map.of("AWS_LAMBDA_RUNTIME_API", "localhost:" + server.port()))) {
      assertThat(server.invoke("{}").fields()).containsEntry("host", "localhost:" + server.port());
      assertThat(function.log()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void garbageFromTheServerEndsTheProcessWithAReason(Launcher launcher) throws Exception {
    List<Map.Entry<String, String>> garbage =
        List.of(
            Map.entry("\u0001\u0002\u0003\r\n\r\n", "not a status line of HTTP/1.1"),
            Map.entry("HTTP/2.0 200 OK\r\n\r\n", "not a status line of HTTP/1.1"),
            Map.entry("HTTP/1.1 2x0 OK\r\n\r\n", "not a status line of HTTP/1.1"),
            Map.entry("HTTP/1.1 200 OK\r\nno colon\r\n\r\n", "not a header field"),
            Map.entry("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "not a length"),
            Map.entry(
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n", "content is longer than"),
            Map.entry(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", "not a length"),
            Map.entry(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n", "unknown Transfer-Encoding"),
            Map.entry(
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
                "Lambda-Runtime-Aws-Request-Id is missing"),
            Map.entry(
                "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: 1\r\nContent-Length: 2\r\n\r\n{}",
                "Lambda-Runtime-Deadline-Ms is \"\""),
            Map.entry(
                "HTTP/1.1 500 Oh\r\nContent-Length: 16\r\n\r\nContainer error.",
                "the Runtime API answered 500 Container error."),
            Map.entry("HTTP/1.1 200 OK\r\nX: " + "x".repeat(70_000), "head is longer than"),
            Map.entry(head(ID) + "Content-Length: 3\r\n\r\n{}", "in the middle of a response"));
    for (Map.Entry<String, String> entry : garbage) {
      try (RuntimeApiServer server = new RuntimeApiServer();
          FunctionProcess function = launcher.start(server)) {
        server.receiveNext();
        server.send(entry.getKey());
        server.finish();
        assertThat(function.exitCode()).as(entry.getValue()).isEqualTo(1);
        assertThat(function.log()).contains("\tFATAL\t").contains(entry.getValue());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void withoutARuntimeApiTheProcessEndsWithAReason(Launcher launcher) throws Exception {
    Map<String, String> reasons =
        Map.of(
            "", "AWS_LAMBDA_RUNTIME_API is \"\", expected host:port",
            "127.0.0.1:", "AWS_LAMBDA_RUNTIME_API is \"127.0.0.1:\"",
            "127.0.0.1:99999", "AWS_LAMBDA_RUNTIME_API is \"127.0.0.1:99999\"",
            "http://127.0.0.1:80", "AWS_LAMBDA_RUNTIME_API is \"http://127.0.0.1:80\"",
            "127.0.0.1:1", "onnection refused",
            "no-such-host.invalid:80", "no-such-host.invalid");
    for (Map.Entry<String, String> reason : reasons.entrySet()) {
      try (FunctionProcess function =
          launcher.start(Map.of("AWS_LAMBDA_RUNTIME_API", reason.getKey()))) {
        assertThat(function.exitCode()).isEqualTo(1);
        assertThat(function.log()).contains("\tFATAL\t").contains(reason.getValue());
      }
    }
    try (FunctionProcess function = launcher.start(Map.of())) {
      assertThat(function.exitCode()).isEqualTo(1);
      assertThat(function.log()).contains("AWS_LAMBDA_RUNTIME_API is not set");
    }
  }
}

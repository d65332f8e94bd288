package coldbench.caller;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.testing.Launcher;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests and responses, and the connections they share. */
class ClientIT extends TrustedServerCase {
  private static final String IN = "\"body\": \"in\"";

  private static TlsServer answering() throws Exception {
    return new TlsServer(identity, (request, to) -> to.answer("in"));
  }

  private static Map<String, String> post(TlsServer server, String body) {
    return Map.of("do", "send", "method", "POST", "url", server.url(), "body", body);
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void manyRequestsUseOneConnection(Launcher launcher) throws Exception {
    try (Calls calls = Calls.trusting(launcher, root);
        TlsServer server = answering()) {
      assertThat(calls.call(Map.of("do", "send", "url", server.url(), "times", "50"))).contains(IN);
      assertThat(calls.get(server.url())).contains(IN);
      assertThat(calls.call(post(server, "x"))).contains(IN);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void aConnectionThatDiedWhileTheSandboxWasFrozenIsReplaced(Launcher launcher) throws Exception {
    try (Calls calls = Calls.trusting(launcher, root);
        TlsServer server = answering()) {
      assertThat(calls.get(server.url())).contains(IN);
      calls.process().signal("STOP");
      server.finishConnections();
      calls.process().signal("CONT");
      assertThat(calls.call(post(server, "x"))).contains(IN);
      calls.process().signal("STOP");
      server.cutConnections();
      calls.process().signal("CONT");
      assertThat(calls.call(post(server, "x"))).contains(IN);
      assertThat(server.connections()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void whatMayNotReachTheServerTwiceIsNotSentTwice(Launcher launcher) throws Exception {
    AtomicInteger requests = new AtomicInteger();
    try (Calls calls = Calls.trusting(launcher, root);
        TlsServer server =
            new TlsServer(
                identity,
                (request, to) -> {
                  requests.incrementAndGet();
                  if (request.onConnection() == 2) {
                    to.cut();
                  } else {
                    to.answer("in");
                  }
                })) {
      assertThat(calls.get(server.url())).contains(IN);
      assertThat(calls.get(server.url())).as("a GET is sent again").contains(IN);
      assertThat(requests.getAndSet(0)).isEqualTo(3);
      assertThat(calls.call(post(server, "x"))).as("a POST is not").contains("errorType");
      assertThat(requests.getAndSet(0)).isEqualTo(1);
      assertThat(calls.get(server.url())).contains(IN);
      Map<String, String> repeatable =
          Map.of("do", "send", "method", "POST", "url", server.url(), "repeatable", "");
      assertThat(calls.call(repeatable)).as("unless it may").contains(IN);
      assertThat(requests.get()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void aConnectionIsNotKeptBeyondItsTimeNorIfTheServerSaysSo(Launcher launcher) throws Exception {
    try (Calls calls = Calls.trusting(launcher, root, "30000,30000,60000,50");
        TlsServer server =
            new TlsServer(
                identity,
                (request, to) -> {
                  if (request.line().contains("/close")) {
                    to.send("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nin");
                  } else if (request.line().contains("/more")) {
                    to.send(
                        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\ninHTTP/1.1 200 OK\r\n\r\n");
                  } else {
                    to.answer("in");
                  }
                })) {
      assertThat(calls.get(server.url())).contains(IN);
      Thread.sleep(100);
      assertThat(calls.get(server.url() + "close")).contains(IN);
      assertThat(server.connections()).isEqualTo(2);
      assertThat(calls.get(server.url() + "more")).contains(IN);
      assertThat(server.connections()).isEqualTo(3);
      assertThat(calls.get(server.url())).contains(IN);
      assertThat(server.connections()).as("what nobody asked for is nobody's answer").isEqualTo(4);
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void sixMegabytesGoBothWays(Launcher launcher) throws Exception {
    int size = 6 << 20;
    int hash = 0;
    for (int i = 0; i < size; i++) {
      hash = hash * 31 + (byte) (i * 31 + (i >> 8));
    }
    String known = "\"length\": " + size + ", \"hash\": " + hash;
    try (Calls calls = Calls.trusting(launcher, root);
        TlsServer server =
            new TlsServer(
                identity,
                (request, to) -> {
                  if (request.line().contains("/chunked")) {
                    to.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                    int at = 0;
                    while (at < request.body().length) {
                      int n = Math.min(8192, request.body().length - at);
                      to.send(Integer.toHexString(n) + "\r\n");
                      to.send(java.util.Arrays.copyOfRange(request.body(), at, at + n));
                      to.send("\r\n");
                      at += n;
                    }
                    to.send("0\r\n\r\n");
                  } else {
                    to.send("HTTP/1.1 200 OK\r\nContent-Length: " + size + "\r\n\r\n");
                    to.send(request.body());
                  }
                })) {
      for (String path : new String[] {"", "chunked", ""}) {
        assertThat(
                calls.call(
                    Map.of(
                        "do",
                        "send",
                        "method",
                        "PUT",
                        "url",
                        server.url() + path,
                        "size",
                        Integer.toString(size))))
            .contains(known);
      }
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void theRequestIsWhatWasAskedFor(Launcher launcher) throws Exception {
    List<String> heads = new ArrayList<>();
    try (Calls calls = Calls.trusting(launcher, root);
        TlsServer server =
            new TlsServer(
                identity,
                (request, to) -> {
                  heads.add(request.head());
                  to.send("HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n");
                })) {
      Map<String, String> asked =
          Map.of("do", "send", "url", server.url() + "a%20b?c=d", "field", "e; f");
      assertThat(calls.call(asked)).contains("\"status\": 302");
      assertThat(calls.call(post(server, "abc"))).contains("\"status\": 302");
      assertThat(heads)
          .containsExactly(
              "GET /a%20b?c=d HTTP/1.1\r\nHost: localhost:"
                  + server.port()
                  + "\r\nX-Field: e; f\r\n\r\n",
              "POST / HTTP/1.1\r\nHost: localhost:"
                  + server.port()
                  + "\r\nContent-Length: 3\r\n\r\n");
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void whatIsNoRequestIsRefusedAndNoSecretIsRepeated(Launcher launcher) throws Exception {
    Map<Map<String, String>, String> wrong =
        Map.of(
            Map.of("do", "send", "url", "http://localhost/?secret"),
            "the URL \\\"http://localhost/?...\\\" does not begin with https://",
            Map.of("do", "send", "url", "https://local host/?secret"),
            "has a character at 13",
            Map.of("do", "send", "url", "https:///?secret"),
            "has no host",
            Map.of("do", "send", "url", "https://localhost:99999/?secret"),
            "has a port that is not from 1 to 65535",
            Map.of("do", "send", "url", "https://user@localhost/?secret"),
            "has no host as expected",
            Map.of("do", "send", "url", "https://localhost/\r\nX: y?secret"),
            "has a character at 18",
            Map.of("do", "send", "url", "https://localhost/", "method", "TRACE"),
            "method is \\\"TRACE\\\"",
            Map.of("do", "send", "url", "https://localhost/", "field", "a\r\nsecret: b"),
            "the value of X-Field has the character U+000d at 1");
    try (Calls calls = Calls.trusting(launcher, root)) {
      for (Map.Entry<Map<String, String>, String> entry : wrong.entrySet()) {
        assertThat(calls.call(entry.getKey()))
            .contains("java.lang.IllegalArgumentException")
            .contains(entry.getValue())
            .doesNotContain("secret");
      }
      assertThat(calls.process().log()).doesNotContain("secret");
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void aServerThatCannotBeReachedIsNamed(Launcher launcher) throws Exception {
    try (Calls calls = Calls.trusting(launcher, root, "500,500,2000,0");
        ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      assertThat(calls.get("https://localhost:1/"))
          .contains("java.io.IOException")
          .contains("localhost:1: cannot connect: Connection refused");
      assertThat(calls.get("https://no-such-host.invalid/"))
          .contains("no-such-host.invalid:443: cannot be resolved");
      assertThat(calls.get("https://localhost:" + mute.getLocalPort() + "/"))
          .contains("coldbench.https.TimeLimitException")
          .contains("out of time while handshake");
      List<Socket> queue = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Socket socket = new Socket();
        queue.add(socket);
        try {
          socket.connect(full.getLocalSocketAddress(), 200);
        } catch (IOException e) {
          break; // the kernel takes no more
        }
      }
      assertThat(calls.get("https://127.0.0.1:" + full.getLocalPort() + "/"))
          .contains("coldbench.https.TimeLimitException")
          .contains("out of time while connecting");
      for (Socket socket : queue) {
        socket.close();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void theAddressMayBeOfVersion6(Launcher launcher) throws Exception {
    Assumptions.assumeTrue(InetAddress.getAllByName("::1")[0].isReachable(500), "no IPv6 here");
    try (Calls calls = Calls.trusting(launcher, root);
        TlsServer server =
            new TlsServer(identity, (request, to) -> to.answer("in"), "::1", "TLSv1.3")) {
      assertThat(calls.get("https://[::1]:" + server.port() + "/")).contains(IN);
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void theRootsComeFromAFileThatAVariableNames(Launcher launcher) throws Exception {
    java.nio.file.Path file = java.nio.file.Files.createTempFile("roots", ".pem");
    try (TlsServer server = answering()) {
      java.nio.file.Files.writeString(file, "# of the test\n" + root.pem());
      Map<String, String> bundle = Map.of("AWS_CA_BUNDLE", file.toString());
      try (Calls calls = Calls.start(launcher, bundle)) {
        assertThat(calls.get(server.url())).contains(IN);
      }
      try (Calls calls = Calls.start(launcher, Map.of())) {
        assertThat(calls.get(server.url())).contains("coldbench.https.TlsException");
      }
      for (String text :
          new String[] {
            "",
            "no PEM",
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
            "-----BEGIN CERTIFICATE-----\n%%%%\n-----END CERTIFICATE-----\n",
            "-----BEGIN CERTIFICATE-----\n" + root.pem().substring(30, 100),
            identity.pem()
          }) {
        java.nio.file.Files.writeString(file, text);
        try (Calls calls = Calls.start(launcher, bundle)) {
          assertThat(calls.api().receive().text()).contains("the roots to trust cannot be used");
          calls.api().accept();
        }
      }
      java.nio.file.Files.delete(file);
      try (Calls calls = Calls.start(launcher, bundle)) {
        assertThat(calls.api().receive().text())
            .contains("the roots to trust cannot be used")
            .contains(file.getFileName().toString());
        calls.api().accept();
      }
    }
  }
}

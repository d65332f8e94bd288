package coldbench.caller;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import coldbench.testing.Launcher;
import java.io.EOFException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What goes wrong on the way is an error, never a short answer, and never the end of the process.
 */
class StreamIT extends TrustedServerCase {
  private static final String IN = "\"body\": \"in\"";
  private static final String UNTIL_CLOSED = "HTTP/1.1 200 OK\r\n\r\n";
  private static Authority rsa;

  @BeforeAll
  static void makeIdentity() throws Exception {
    rsa = root.server("RSA-2048");
  }

  private static TlsServer server(String protocol, TlsServer.Answer answer) throws Exception {
    return new TlsServer(rsa, answer, "127.0.0.1", protocol);
  }

  private static TlsServer server(String protocol) throws Exception {
    return server(protocol, (request, to) -> to.answer("in"));
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void recordsMayComeByteByByteAndMayBeSplit(Launcher launcher) throws Exception {
    for (String protocol : new String[] {"TLSv1.3", "TLSv1.2"}) {
      try (Calls calls = Calls.trusting(launcher, root);
          TlsServer server = server(protocol);
          Proxy proxy = new Proxy(server.port(), StreamIT::byteByByte)) {
        assertThat(calls.get(proxy.url())).as(protocol).contains(IN);
      }
    }
  }

  private static void byteByByte(byte[] record, int number, OutputStream client)
      throws java.io.IOException {
    for (byte b : record) {
      client.write(b);
      client.flush();
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void aRecordThatWasChangedIsRefused(Launcher launcher) throws Exception {
    Random random = new Random(1);
    for (String protocol : new String[] {"TLSv1.3", "TLSv1.2"}) {
      try (Calls calls = Calls.trusting(launcher, root);
          TlsServer server = server(protocol);
          Proxy proxy = new Proxy(server.port(), (record, number, client) -> {})) {
        for (int i = 0; i < 40; i++) {
          int wanted = i % 8;
          int[] seen = {-1};
          int at = random.nextInt(1 << 20);
          int bit = 1 << random.nextInt(8);
          proxy.become(
              (record, number, client) -> {
                seen[0] = number;
                // A change_cipher_spec of TLS 1.3 means nothing (RFC 8446, D.4).
                if (number == wanted && record[0] != 0x14) {
                  record[5 + at % (record.length - 5)] ^= (byte) bit;
                  seen[0] = -2;
                }
                client.write(record);
              });
          String answer = calls.get(proxy.url());
          if ((seen[0] >= 0 && seen[0] < wanted) || answer.contains(IN)) {
            assertThat(answer).contains(IN);
            assertThat(seen[0]).as(protocol + " record " + wanted).isNotEqualTo(-2);
          } else {
            assertThat(answer).contains("errorType").doesNotContain("RuntimeException");
          }
        }
        assertThat(calls.process().exitedWithin(0)).isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void aStreamThatIsCutIsAnErrorWhereverThatHappens(Launcher launcher) throws Exception {
    for (String protocol : new String[] {"TLSv1.3", "TLSv1.2"}) {
      try (Calls calls = Calls.trusting(launcher, root);
          TlsServer server =
              server(
                  protocol,
                  (request, to) -> {
                    to.send(UNTIL_CLOSED + "in");
                    to.finish();
                  });
          Proxy proxy = new Proxy(server.port(), (record, number, client) -> {})) {
        boolean whole = false;
        for (int cut = 0; !whole; cut += 41) {
          int[] left = {cut};
          proxy.become(
              (record, number, client) -> {
                int n = Math.min(left[0], record.length);
                client.write(record, 0, n);
                client.flush();
                left[0] -= n;
                if (n < record.length) {
                  throw new EOFException();
                }
              });
          String answer = calls.get(proxy.url());
          whole = answer.contains(IN);
          assertThat(whole || answer.contains("errorType")).as(answer).isTrue();
          assertThat(cut).isLessThan(20_000);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void contentThatLastsUntilTheEndNeedsAnEndOfTls(Launcher launcher) throws Exception {
    for (String protocol : new String[] {"TLSv1.3", "TLSv1.2"}) {
      try (Calls calls = Calls.trusting(launcher, root);
          TlsServer server =
              server(
                  protocol,
                  (request, to) -> {
                    to.send(UNTIL_CLOSED + "in");
                    if (request.line().contains("/cut")) {
                      to.cut();
                    } else {
                      to.finish();
                    }
                  })) {
        assertThat(calls.get(server.url())).contains(IN);
        assertThat(calls.get(server.url() + "cut")).contains("TlsConnectionTruncated");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void anAnswerThatEndsTooEarlyIsAnError(Launcher launcher) throws Exception {
    Map<String, String> answers =
        Map.of(
            "Content-Length: 10\r\n\r\nin", "in the middle of a response",
            "Transfer-Encoding: chunked\r\n\r\n2\r\nin\r\n", "in the middle of a response",
            "Transfer-Encoding: chunked\r\n\r\nffffff", "in the middle of a response",
            "Content-Le", "in the middle of a response");
    for (Map.Entry<String, String> answer : answers.entrySet()) {
      try (Calls calls = Calls.trusting(launcher, root);
          TlsServer server =
              new TlsServer(
                  rsa,
                  (request, to) -> {
                    to.send("HTTP/1.1 200 OK\r\n" + answer.getKey());
                    to.finish();
                  })) {
        assertThat(calls.get(server.url())).contains("errorType").contains(answer.getValue());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void aBombOfHeaderFieldsIsRefused(Launcher launcher) throws Exception {
    try (Calls calls = Calls.trusting(launcher, root, "30000,30000,60000,0");
        TlsServer server =
            new TlsServer(
                rsa,
                (request, to) -> {
                  to.send("HTTP/1.1 200 OK\r\n");
                  for (int i = 0; i < 100_000; i++) {
                    to.send("X-" + i + ": " + "x".repeat(1000) + "\r\n");
                  }
                })) {
      assertThat(calls.get(server.url())).contains("head is longer than 65536 bytes");
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void anAlertIsNamed(Launcher launcher) throws Exception {
    try (Calls calls = Calls.trusting(launcher, root);
        ServerSocket server = plain("15030300020228")) {
      assertThat(calls.get("https://localhost:" + server.getLocalPort() + "/"))
          .contains("coldbench.https.TlsException")
          .contains("handshake_failure");
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void aServerThatDoesNotSpeakTlsIsRefused(Launcher launcher) throws Exception {
    String http = HexFormat.of().formatHex("HTTP/1.1 200 OK\r\n\r\nin".getBytes(ISO_8859_1));
    for (String bytes :
        new String[] {http, "", "00", "ff".repeat(200), "1603030000", "16030340ff"}) {
      try (Calls calls = Calls.trusting(launcher, root);
          ServerSocket server = plain(bytes)) {
        assertThat(calls.get("https://localhost:" + server.getLocalPort() + "/"))
            .contains("errorType")
            .doesNotContain("RuntimeException");
      }
    }
  }

  /** Answers the first record of everybody with the same bytes and closes. */
  private static ServerSocket plain(String hex) throws Exception {
    ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread thread =
        new Thread(
            () -> {
              try {
                while (true) {
                  try (Socket socket = server.accept()) {
                    socket.getInputStream().read(new byte[20_000]);
                    socket.getOutputStream().write(HexFormat.of().parseHex(hex));
                    socket.shutdownOutput();
                    socket.getInputStream().readAllBytes();
                  }
                }
              } catch (java.io.IOException e) {
                // closed
              }
            });
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void aServerThatDripsRunsOutOfTime(Launcher launcher) throws Exception {
    try (Calls calls = Calls.trusting(launcher, root, "30000,2000,6000,0");
        TlsServer server =
            new TlsServer(
                rsa,
                (request, to) -> {
                  to.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
                  for (int i = 0; i < 1000; i++) {
                    Thread.sleep(request.line().contains("/silent") ? 60_000 : 100);
                    to.send("x");
                  }
                })) {
      assertThat(calls.get(server.url()))
          .contains("coldbench.https.TimeLimitException")
          .contains("out of time while reading");
      assertThat(calls.get(server.url() + "silent")).contains("coldbench.https.TimeLimitException");
    }
  }
}

package coldbench.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code coldbench url} and {@code coldbench serve} as somebody types them. */
class UrlCommandTest {
  private final StringWriter err = new StringWriter();
  private final StringWriter out = new StringWriter();

  private int coldbench(String... arguments) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  private static HttpServer answering(int status) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            byte[] body = "{}".getBytes(UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
    return server;
  }

  private static String url(HttpServer server) {
    return "http://localhost:" + server.getAddress().getPort() + "/?n=1";
  }

  @Test
  void theFirstRequestsAndTheNextOnesAreToldApartWithThePercentilesThatTheCountSupports()
      throws Exception {
    HttpServer server = answering(200);
    try {
      assertThat(coldbench("url", "--count=101", url(server))).isZero();
    } finally {
      server.stop(0);
    }
    assertThat(out.toString())
        .startsWith(url(server))
        .containsPattern("first requests ms, mean +[0-9.]+ \\(of 1\\)")
        .containsPattern("next requests ms, mean +[0-9.]+ \\(of 100\\)")
        .containsPattern("  p50 +[0-9.]+\n")
        .containsPattern("  p99 +[0-9.]+\n")
        .doesNotContain("p99.9");
  }

  @Test
  void requestsThatFailAreNamedAndTheExitCodeIs1() throws Exception {
    HttpServer server = answering(502);
    try {
      assertThat(coldbench("url", "--count=3", url(server))).isEqualTo(1);
    } finally {
      server.stop(0);
    }
    assertThat(out.toString()).contains("failed 3 × HTTP status 502");
  }

  @Test
  void aUrlThatWantsASignatureIsNamedWithTheOptionThatGivesIt() throws Exception {
    HttpServer server = answering(403);
    try {
      assertThat(coldbench("url", "--count=1", url(server))).isEqualTo(1);
    } finally {
      server.stop(0);
    }
    assertThat(out.toString()).contains("failed 1 × HTTP status 403");
    assertThat(err.toString())
        .contains("give --sign", "lambda:InvokeFunctionUrl and lambda:InvokeFunction");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http://127.0.0.1:1/               | nothing listens at 127.0.0.1:1 (connection refused)
          http://nobody.invalid/            | no such host: nobody.invalid
          """)
  void aConnectionThatCannotBeMadeIsToldInWords(String url, String message) {
    assertThat(coldbench("url", "--count=2", url)).isEqualTo(1);
    assertThat(out.toString()).contains("failed 2 × " + message).doesNotContain("null");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --count=0          | --count is "0", expected a whole number from 1 to 10000000
          --time=-1          | --time is "-1", expected a whole number from 1 to 86400
          --concurrency=1001 | --concurrency is "1001", expected a whole number from 1 to 1000
          ftp://x            | URL is "ftp://x", expected http://… or https://…
          """)
  void aValueOfUrlThatIsNotAllowedIsNamedWithWhatIs(String argument, String message) {
    assertThat(coldbench("url", "http://localhost/", argument)).isEqualTo(2);
    assertThat(err.toString()).contains("coldbench: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --port=0         | --port is "0", expected a whole number from 1 to 65535
          --functions=rust | --functions is "rust", expected one of java, python
          --cpu=half       | is "half", expected one of lambda, full
          --auth=SOME      | is "SOME", expected one of AWS_IAM, NONE
          """)
  void aValueOfServeThatIsNotAllowedIsNamedWithWhatIs(String argument, String message) {
    assertThat(coldbench("serve", argument)).isEqualTo(2);
    assertThat(err.toString()).contains(message);
  }
}

package coldbench.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** RFC 9112, as far as a runtime may use it. */
class HttpParserTest {
  private final HttpParser parser = new HttpParser();

  private Optional<HttpRequest> add(String text) throws BadRequestException {
    byte[] bytes = text.getBytes(UTF_8);
    parser.add(bytes, bytes.length);
    return parser.next(1);
  }

  @Test
  void aRequestMayArriveByteByByte() throws Exception {
    String request = "POST /a HTTP/1.1\r\nHost: x\r\nContent-LENGTH: 3\r\n\r\nabc";
    for (int i = 0; i < request.length() - 1; i++) {
      assertThat(add(request.substring(i, i + 1))).isEmpty();
    }

    HttpRequest whole = add("c").orElseThrow();

    assertThat(whole.method()).isEqualTo("POST");
    assertThat(whole.target()).isEqualTo("/a");
    assertThat(whole.header("HOST", "")).isEqualTo("x");
    assertThat(new String(whole.body(), UTF_8)).isEqualTo("abc");
  }

  @Test
  void whatComesBehindARequestBelongsToTheNextOne() throws Exception {
    assertThat(add("GET /a HTTP/1.1\r\n\r\n\r\nGET /b HTTP/1.1\r\n\r\nGET ").orElseThrow().target())
        .isEqualTo("/a");
    assertThat(parser.next(2).orElseThrow().target()).isEqualTo("/b");
    assertThat(add("/c HTTP/1.1\r\n\r\n").orElseThrow().target()).isEqualTo("/c");
  }

  @Test
  void chunksMayHaveExtensionsAndTrailers() throws Exception {
    assertThat(add("POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3;x=1\r\nab")).isEmpty();
    assertThat(add("c\r\nA\r\n0123456789\r\n0\r\nTrailer: 1\r\n")).isEmpty();
    assertThat(new String(add("\r\n").orElseThrow().body(), UTF_8)).isEqualTo("abc0123456789");
  }

  @Test
  void aBodyThatWaitsForLeaveIsSeen() throws Exception {
    assertThat(add("POST /a HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n"))
        .isEmpty();
    assertThat(parser.expectsContinue()).isTrue();
    assertThat(add("x")).isPresent();
    assertThat(parser.expectsContinue()).isFalse();
  }

  @Test
  void whatIsNotHttpIsRefused() {
    assertThatThrownBy(() -> new HttpParserTest().add("hello\r\n\r\n"))
        .hasMessage("Not an HTTP/1.1 request line: hello");
    assertThatThrownBy(() -> new HttpParserTest().add("GET / HTTP/1.1\r\nno colon\r\n\r\n"))
        .hasMessage("Not a header line: no colon");
    assertThatThrownBy(
            () -> new HttpParserTest().add("GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n"))
        .hasMessage("Content-Length -1 is not a number of bytes up to 64 MB");
    assertThatThrownBy(
            () ->
                new HttpParserTest()
                    .add("GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"))
        .hasMessage("Chunk size zz is not a number of bytes up to 64 MB");
    assertThatThrownBy(() -> new HttpParserTest().add("x".repeat(65 * 1024)))
        .hasMessage("The head of a request is larger than 64 KB");
  }
}

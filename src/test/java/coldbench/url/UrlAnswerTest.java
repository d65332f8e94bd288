package coldbench.url;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of "Invoking Lambda function URLs" in the AWS Lambda Developer Guide. */
class UrlAnswerTest {
  private static UrlAnswer answer(String payload) {
    return UrlAnswer.of(payload.getBytes(UTF_8), fault -> {});
  }

  private static String body(UrlAnswer answer) {
    return new String(answer.body(), UTF_8);
  }

  @Test
  void jsonWithoutAStatusCodeIsTheBody() {
    for (String payload : List.of("\"Hello, world!\"", "{\n  \"message\": \"Hello, world!\"\n}")) {
      UrlAnswer answer = answer(payload);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.headers()).containsEntry("content-type", List.of("application/json"));
      assertThat(body(answer)).isEqualTo(payload);
    }
  }

  @Test
  void anAnswerWithAStatusCodeDescribesTheResponse() {
    UrlAnswer answer =
        answer(
            """
            {"statusCode": 201,
             "headers": {"Content-Type": "text/plain", "My-Custom-Header": "Custom Value"},
             "body": "{ \\"message\\": \\"Hello, world!\\" }",
             "cookies": ["Cookie_1=Value1; Expires=21 Oct 2021 07:48 GMT", "Cookie_2=Value2"],
             "isBase64Encoded": false}
            """);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.headers())
        .containsEntry("content-type", List.of("text/plain"))
        .containsEntry("my-custom-header", List.of("Custom Value"))
        .containsEntry(
            "set-cookie",
            List.of("Cookie_1=Value1; Expires=21 Oct 2021 07:48 GMT", "Cookie_2=Value2"));
    assertThat(body(answer)).isEqualTo("{ \"message\": \"Hello, world!\" }");
  }

  @Test
  void aBodyInBase64IsDecoded() {
    assertThat(answer("{\"statusCode\":200,\"body\":\"AP8K\",\"isBase64Encoded\":true}").body())
        .containsExactly(0, 255, 10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no json",
        "{\"statusCode\":\"many\"}",
        "{\"statusCode\":null}",
        "{\"statusCode\":true}",
        "{\"statusCode\":200.5}",
        "{\"statusCode\":99}",
        "{\"statusCode\":101}",
        "{\"statusCode\":600}",
        "{\"statusCode\":-200}",
        "{\"statusCode\":4294967496}",
        "{\"statusCode\":\"4294967496\"}",
        "{\"statusCode\":\" 200\"}",
        "{\"statusCode\":[200]}",
        "{\"statusCode\":200} {}",
        "{\"statusCode\":200",
        "{'statusCode':200}",
        "NaN",
        "{\"statusCode\":200,\"body\":\"%\",\"isBase64Encoded\":true}",
        "{\"statusCode\":200,\"headers\":{\"x\":\"a\\r\\nb: c\"}}",
        "{\"statusCode\":200,\"headers\":{\"x\":\"a\\u0000\"}}",
        "{\"statusCode\":200,\"headers\":{\"x y\":\"a\"}}",
        "{\"statusCode\":200,\"headers\":{\"\":\"a\"}}",
        "{\"statusCode\":200,\"headers\":{\"x\":[\"a\",\"b\"]}}",
        "{\"statusCode\":200,\"headers\":{\"x\":{}}}",
        "{\"statusCode\":200,\"cookies\":[\"a=1\\nset-cookie: b=2\"]}",
        "{\"statusCode\":200,\"cookies\":[{}]}"
      })
  void whatDescribesNoResponseIsABadGateway(String payload) {
    assertThat(answer(payload).status()).isEqualTo(502);
    assertThat(body(answer(payload)))
        .as("as a real URL was recorded to answer for a function that failed")
        .isEqualTo("Internal Server Error");
  }

  @Test
  void textThatIsNoUtf8IsABadGateway() {
    byte[] latin1 = {'"', (byte) 0xe4, '"'};
    assertThat(UrlAnswer.of(latin1, fault -> {}).status()).isEqualTo(502);
  }

  @Test
  void aStatusMayBeAStringOfDigits() {
    assertThat(answer("{\"statusCode\":\"418\",\"body\":\"a\"}").status()).isEqualTo(418);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"statusCode":200}                  | ``
          {"statusCode":200,"body":null}      | ``
          {"statusCode":200,"body":""}        | ``
          {"statusCode":200,"body":{"a":1}}   | {"a":1}
          {"statusCode":200,"body":[1]}       | [1]
          {"statusCode":200,"body":5}         | 5
          {"statusCode":200,"body":"λ😀"}     | λ😀
          null                                | null
          [1,2]                               | [1,2]
          true                                | true
          """)
  void theBodyIsWhatWasAnswered(String payload, String body) {
    assertThat(body(answer(payload))).isEqualTo(body);
    assertThat(answer(payload).status()).isEqualTo(200);
  }

  @Test
  void headersOfScalarsAndWithoutAValueAreTextAndTheUrlsOwnAreRenamed() {
    UrlAnswer answer =
        answer(
            """
            {"statusCode": 401, "headers": {"X-Number": 5, "x-true": true, "x-null": null,
             "WWW-Authenticate": "Basic", "Date": "now", "Transfer-Encoding": "chunked",
             "Content-Length": "3", "x-amzn-RequestId": "mine", "Set-Cookie": "a=1"},
             "cookies": ["b=2", "c=3"]}
            """);
    assertThat(answer.headers())
        .containsOnlyKeys(
            "content-type",
            "set-cookie",
            "x-amzn-remapped-content-length",
            "x-amzn-remapped-date",
            "x-amzn-remapped-transfer-encoding",
            "x-amzn-remapped-www-authenticate",
            "x-amzn-remapped-x-amzn-requestid",
            "x-null",
            "x-number",
            "x-true")
        .containsEntry("set-cookie", List.of("a=1", "b=2", "c=3"))
        .containsEntry("x-number", List.of("5"))
        .containsEntry("x-true", List.of("true"))
        .containsEntry("x-null", List.of(""));
  }

  @Test
  void aQueryThatIsNotEncodedWellStandsForItself() {
    assertThat(QueryString.parse("a=%zz&b=%41&&=x"))
        .isEqualTo(Map.of("a", "%zz", "b", "A", "", "x"));
  }
}

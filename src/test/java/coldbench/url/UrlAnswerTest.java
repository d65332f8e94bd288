package coldbench.url;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples of "Invoking Lambda function URLs" in the AWS Lambda Developer Guide. */
class UrlAnswerTest {
  private static UrlAnswer answer(String payload) {
    return UrlAnswer.of(payload.getBytes(UTF_8));
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

  @Test
  void whatDescribesNoResponseIsABadGateway() {
    for (String payload :
        List.of(
            "no json",
            "{\"statusCode\":\"many\"}",
            "{\"statusCode\":200,\"body\":\"%\",\"isBase64Encoded\":true}")) {
      assertThat(answer(payload).status()).as(payload).isEqualTo(502);
      assertThat(body(answer(payload))).isEqualTo("{\"Message\":\"Internal Server Error\"}");
    }
  }

  @Test
  void aQueryThatIsNotEncodedWellStandsForItself() {
    assertThat(QueryString.parse("a=%zz&b=%41&&=x"))
        .isEqualTo(Map.of("a", "%zz", "b", "A", "", "x"));
  }
}

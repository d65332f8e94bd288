package coldbench.aws;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import coldbench.runtime.HttpReader;
import coldbench.runtime.HttpResponse;
import coldbench.runtime.Transport;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a server answers, reading it ends, in a result or in the one exception for that. */
class HostileAnswerTest {
  private static final List<String> SEEDS =
      List.of(
          "<?xml version=\"1.0\"?><ListBucketResult a=\"b\"><Contents><Key>a%20b&amp;&#x41;</Key>"
              + "<Size>12</Size></Contents><NextContinuationToken/></ListBucketResult>",
          "<Error><Code>NoSuchKey</Code><Message>&lt;a&gt;</Message></Error>",
          "{\"__type\":\"com.amazonaws#Name\",\"message\":\"a\\u0041\",\"x\":[1,{\"y\":null}]}");

  @Test
  void answersThatWereChangedAtRandomAreReadOrRefused() throws Exception {
    Random random = new Random(7);
    Credentials credentials = new Credentials("id", "secret", Optional.of("token"));
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(SEEDS.get(i % SEEDS.size()));
      for (int n = random.nextInt(6); n >= 0 && text.length() > 0; n--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(4)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, "<>&;/!?\"{}[]:,\\%#-".charAt(random.nextInt(18)));
          case 2 -> text.setCharAt(at, (char) random.nextInt(256));
          default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 20)));
        }
      }
      try {
        S3.page(new Xml(text.toString()));
      } catch (XmlException | NumberFormatException e) {
        assertThat(e).isNotNull();
      }
      ErrorAnswer answer = ErrorAnswer.of(response(text.toString()), credentials);
      assertThat(answer.code()).matches("[A-Za-z0-9._-]{1,100}");
      assertThat(answer.message()).hasSizeLessThanOrEqualTo(1000).doesNotContain("\n", "\r");
    }
  }

  private static HttpResponse response(String content) throws Exception {
    byte[] bytes =
        ("HTTP/1.1 400 Bad\r\nContent-Length: " + content.length() + "\r\n\r\n" + content)
            .getBytes(ISO_8859_1);
    return new HttpReader(
            new Transport() {
              private boolean read;

              @Override
              public int read(byte[] target, int offset, int length) {
                if (read) {
                  return -1;
                }
                read = true;
                System.arraycopy(bytes, 0, target, offset, bytes.length);
                return bytes.length;
              }

              @Override
              public void write(byte[] source, int offset, int length) {}

              @Override
              public void close() {}
            })
        .read();
  }
}

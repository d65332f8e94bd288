package coldbench.probe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coldbench.runtime.Outcome;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whatever the bytes are, the JSON reader takes and reads what Jackson takes and reads. */
class JsonFuzzTest {
  private static final JsonFactory JACKSON = new JsonFactory();

  @FuzzTest(maxDuration = "5s")
  void readsWhatJacksonReads(byte[] bytes) throws IOException {
    String ours = Outcome.ofJson(bytes);
    if (ours.startsWith("refused: JSON nests deeper")) {
      return;
    }
    Optional<List<String>> theirs = jackson(bytes);
    if (ours.startsWith("refused: ")) {
      assertThat(theirs).as(ours).isEmpty();
    } else {
      assertThat(theirs).as(ours).isNotEmpty();
      assertThat(jackson(ours.getBytes(UTF_8))).isEqualTo(theirs);
    }
  }

  /** The tokens as Jackson reads text; bytes it takes more freely, such as UTF-16. */
  private static Optional<List<String>> jackson(byte[] bytes) throws IOException {
    List<String> tokens = new ArrayList<>();
    int values = 0;
    String text;
    try {
      text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
    try (JsonParser parser = JACKSON.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        tokens.add(token + " " + parser.getText());
        if (parser.getParsingContext().inRoot()) {
          values++;
        }
      }
    } catch (JacksonException e) {
      return Optional.empty();
    }
    return values == 1 ? Optional.of(tokens) : Optional.empty();
  }
}

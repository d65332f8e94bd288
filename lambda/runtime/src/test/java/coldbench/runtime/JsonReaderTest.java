package coldbench.runtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8259, sentence by sentence. */
class JsonReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        " true ",
        "\t\r\nfalse",
        "0",
        "-0",
        "10",
        "1.5",
        "-1.5e3",
        "1E+3",
        "1e-03",
        "\"\"",
        "[]",
        "[ ]",
        "{}",
        "{ }",
        "[1, [2, {\"a\": [3]}], \"x\"]",
        "{\"\": 1, \"\": 2}",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\ude00\\ud800\"",
        "\"\u007f\""
      })
  void takesWhatIsJson(String text) {
    skipAll(text.getBytes(UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``           | the end at byte 0, expected a value
          nul          | the end at byte 3, expected null
          truE         | 'E' at byte 3, expected true
          01           | '1' at byte 1, expected the end
          -            | the end at byte 1, expected a digit
          +1           | '+' at byte 0, expected a value
          .5           | '.' at byte 0, expected a value
          1.           | the end at byte 2, expected a digit
          1e           | the end at byte 2, expected a digit
          1 2          | '2' at byte 2, expected the end
          [1 2]        | '2' at byte 3, expected ',' or ']'
          [1,]         | ']' at byte 3, expected a value
          [,1]         | ',' at byte 1, expected a value
          [1           | the end at byte 2, expected ',' or ']'
          {"a" 1}      | '1' at byte 5, expected ':'
          {"a":1,}     | '}' at byte 7, expected a name in quotes
          {a:1}        | 'a' at byte 1, expected a name in quotes
          {"a":1 "b"}  | '"' at byte 7, expected ',' or '}'
          "a           | the end at byte 2, expected a character of a string
          "\\x"        | 'x' at byte 2, expected an escape
          "\\u12g4"    | 'g' at byte 5, expected a hexadecimal digit
          'a'          | ''' at byte 0, expected a value
          """)
  void refusesWhatIsNotAndSaysWhere(String text, String message) {
    assertThatThrownBy(() -> skipAll(text.getBytes(UTF_8)))
        .isInstanceOf(JsonException.class)
        .hasMessage("not JSON: " + message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0080",
        "\u00c0\u0080",
        "\u00c1\u00bf",
        "\u00c3",
        "\u00c3x",
        "\u00e0\u009f\u00bf",
        "\u00ed\u00a0\u0080",
        "\u00e2\u0082",
        "\u00f0\u008f\u00bf\u00bf",
        "\u00f4\u0090\u0080\u0080",
        "\u00f5\u0080\u0080\u0080",
        "\u00ff"
      })
  void refusesWhatIsNotUtf8(String bytes) {
    assertThatThrownBy(() -> skipAll(("\"" + bytes + "\"").getBytes(ISO_8859_1)))
        .isInstanceOf(JsonException.class)
        .hasMessageContaining("expected UTF-8");
  }

  @Test
  void refusesControlCharactersInStrings() {
    assertThatThrownBy(() -> skipAll("\"a\nb\"".getBytes(UTF_8)))
        .hasMessage("not JSON: byte 10 at byte 2, expected a character of a string");
  }

  @Test
  void refusesToNestDeeperThan500Levels() {
    skipAll(("[".repeat(500) + "]".repeat(500)).getBytes(UTF_8));
    assertThatThrownBy(() -> skipAll("[".repeat(501).getBytes(UTF_8)))
        .hasMessage("JSON nests deeper than 500 levels at byte 500");
  }

  @Test
  void deliversStringsDecoded() {
    String text = "a\"\\/\b\f\n\r\t\u00e9\u2713\ud83d\ude00";
    assertThat(string("\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\u00e9\u2713\ud83d\ude00\"")).isEqualTo(text);
    assertThat(string("\"\\u00e9\\u2713\\ud83d\\uDE00\"")).isEqualTo("\u00e9\u2713\ud83d\ude00");
    assertThat(string("\"\\ude00\\ud83d\"")).isEqualTo("\ude00\ud83d");
  }

  @Test
  void deliversMembersInTheirOrder() {
    JsonReader json = new JsonReader("{\"a\": [1.50, true], \"\\u0061\": null}".getBytes(UTF_8));
    json.beginObject();
    assertThat(json.nextMember()).isTrue();
    assertThat(json.name()).isEqualTo("a");
    json.beginArray();
    assertThat(json.nextElement()).isTrue();
    assertThat(json.number()).isEqualTo("1.50");
    assertThat(json.nextElement()).isTrue();
    assertThat(json.bool()).isTrue();
    assertThat(json.nextElement()).isFalse();
    assertThat(json.nextMember()).isTrue();
    assertThat(json.name()).isEqualTo("a");
    assertThat(json.peek()).isEqualTo(JsonReader.Kind.NULL);
    json.skip();
    assertThat(json.nextMember()).isFalse();
    json.end();
  }

  @Test
  void saysWhatItFoundInsteadOfWhatWasAskedFor() {
    assertThatThrownBy(() -> new JsonReader("[]".getBytes(UTF_8)).beginObject())
        .hasMessage("not JSON: '[' at byte 0, expected an object");
    assertThatThrownBy(() -> string("5")).hasMessage("not JSON: '5' at byte 0, expected a string");
    assertThatThrownBy(() -> new JsonReader("\"x\"".getBytes(UTF_8)).number())
        .hasMessage("not JSON: '\"' at byte 0, expected a digit");
  }

  private static void skipAll(byte[] json) {
    JsonReader reader = new JsonReader(json);
    reader.skip();
    reader.end();
  }

  private static String string(String json) {
    return new JsonReader(json.getBytes(UTF_8)).string();
  }
}

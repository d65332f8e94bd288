package coldbench.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonWriterTest {
  @Test
  void separatesPartsByCommaAndSpace() {
    JsonWriter json = new JsonWriter().beginObject().name("a").beginArray().number(1).number(-2);
    json.endArray().name("b").beginObject().endObject().name("c").string("").endObject();
    assertThat(json).hasToString("{\"a\": [1, -2], \"b\": {}, \"c\": \"\"}");
  }

  @Test
  void escapesWhatJsonDemandsAndNoMore() {
    assertThat(new JsonWriter().string("\"\\/\b\t\n\f\r\u0000\u001f\u007f\u00e9\u2028\ud83d\ude00"))
        .hasToString("\"\\\"\\\\/\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\u00e9\u2028\ud83d\ude00\"");
  }

  @Test
  void escapesASurrogateWithoutItsPartner() {
    assertThat(new JsonWriter().string("\ud83dx\ude00\ud83d"))
        .hasToString("\"\\ud83dx\\ude00\\ud83d\"");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.000000",
    "1, 0.000001",
    "58, 0.000058",
    "999999, 0.999999",
    "1000000, 1.000000",
    "100000, 0.100000",
    "12345678901, 12345.678901",
    "-1500000, -1.500000",
    "9223372036854775807, 9223372036854.775807"
  })
  void printsMillisecondsWithSixDigitsAndNoExponent(long nanoseconds, String text) {
    assertThat(new JsonWriter().milliseconds(nanoseconds)).hasToString(text);
  }
}

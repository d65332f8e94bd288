package coldbench.roundtrip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/**
 * Whatever the bytes are, a record is read or refused with a message, what was read is written so
 * that it is read alike, and its members are what Jackson reads there.
 */
class RoundtripFuzzTest {
  // Whole numbers only: a fraction as a BigDecimal is refused with an exponent of many digits.
  private static final JsonMapper JACKSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS).build();

  @FuzzTest(maxDuration = "5s")
  void whatIsReadIsWrittenSoThatItIsReadAlike(byte[] bytes) throws IOException {
    for (String type : Outcome.TYPES) {
      String text = Outcome.of(type, bytes);
      if (!text.startsWith("refused: ")) {
        assertThat(Outcome.of(type, text.getBytes(UTF_8))).isEqualTo(text);
        assertMembers(JACKSON.readTree(text), JACKSON.readTree(new String(bytes, UTF_8)));
      } else {
        assertThat(text)
            .containsPattern("not JSON: |nests deeper|, expected |is refused: count is");
      }
    }
  }

  /** Strings and whole numbers are exactly what was given; members that were not are defaults. */
  private static void assertMembers(JsonNode written, JsonNode given) {
    if (given.isObject() && written.isObject()) {
      written
          .properties()
          .forEach(
              member -> {
                if (given.has(member.getKey())
                    && !member.getKey().matches("time|placed_at|float32")) {
                  assertMembers(member.getValue(), given.get(member.getKey()));
                }
              });
    } else if (given.isArray()) {
      assertThat(written.size()).isEqualTo(given.size());
      for (int i = 0; i < given.size(); i++) {
        assertMembers(written.get(i), given.get(i));
      }
    } else if (given.isIntegralNumber() && written.isNumber()) {
      // Jackson's whole numbers have no negative zero: adding zero takes the sign of ours away.
      assertThat(written.doubleValue() + 0.0).isEqualTo(given.doubleValue());
    } else if (given.isTextual() || given.isIntegralNumber() || given.isBoolean()) {
      assertThat(written).isEqualTo(given);
    }
  }
}

package coldbench.roundtrip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coldbench.json.JsonCodecs;
import coldbench.json.RawJson;
import coldbench.runtime.JsonException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What records are in JSON, and what is said of JSON that is none of theirs. */
class RoundtripTest {
  private static final String ORDER =
      """
      {"id": "o-1", "placed_at": "2026-01-31T23:59:59.5+01:00", "more": [{"deep": [1, {}]}],
       "items": [{"sku": "a", "price": 0.1, "tax": 1.10, "count": 2},
         {"sku": "b", "price": 1e3, "tax": 0, "count": 1, "gift":
           {"sku": "c", "price": 0, "tax": 1E+2, "count": 1, "gift": null}}],
       "weights": {"x y": [1.5, -0.0], "": []}, "status": "on hold",
       "payment": {"parts": [{"by": "Cash"}, {"number": "4", "month": 12, "by": "card"}], "by": "Split"}}
      """;

  @Test
  void nestedRecordsListsMapsOptionalsEnumsAndSealedTypesAreReadAndWritten() {
    Order order = OrderJson.CODEC.fromJson(ORDER);
    assertThat(order)
        .isEqualTo(
            new Order(
                "o-1",
                Instant.parse("2026-01-31T22:59:59.500Z"),
                List.of(
                    new Order.Item("a", 0.1, new BigDecimal("1.10"), 2, Optional.empty()),
                    new Order.Item(
                        "b",
                        1000,
                        BigDecimal.ZERO,
                        1,
                        Optional.of(
                            new Order.Item("c", 0, new BigDecimal("1E+2"), 1, Optional.empty())))),
                Map.of("x y", List.of(1.5, -0.0), "", List.of()),
                Optional.empty(),
                Order.Status.ON_HOLD,
                List.of(),
                1,
                new Order.Payment.Split(
                    List.of(new Order.Payment.Cash(), new Order.Payment.Card("4", (short) 12)))));
    String text = OrderJson.CODEC.toText(order);
    assertThat(OrderJson.CODEC.fromJson(text)).isEqualTo(order);
    assertThat(text)
        .startsWith("{\"id\": \"o-1\", \"placed_at\": \"2026-01-31T22:59:59.500Z\", \"items\": [{")
        .contains(
            "\"tax\": 1.10, ", "\"status\": \"on hold\"", "[{\"by\": \"Cash\"}, {\"by\": \"card\",")
        .doesNotContain("note", "null");
  }

  @Test
  void whatIsMissingOrNullIsItsDefault() {
    Scalars defaults =
        new Scalars(
            false,
            (byte) -7,
            (short) 0,
            Integer.MAX_VALUE,
            Long.MIN_VALUE,
            1.5f,
            -0.1,
            "a \"quote\", a \\ and \u2713",
            new BigInteger("12345678901234567890"),
            new BigDecimal("1.10"),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            2.5,
            Map.of());
    assertThat(ScalarsJson.CODEC.fromJson("{}")).isEqualTo(defaults);
    assertThat(
            ScalarsJson.CODEC.fromJson(
                "{\"bool\":null,\"int8\":null,\"text\":null,\"flags\":null,\"time\":null,\"big\":null}"))
        .isEqualTo(defaults);
  }

  @Test
  void aValueOfAnyKindIsKeptAsItIsWritten() {
    String raw = "{\"raw\":  [1.50 ,{\"a\": \"\\u0041\u2713\"} ] , \"boxed\": 7}";
    Scalars scalars = ScalarsJson.CODEC.fromJson(raw);
    assertThat(scalars.raw()).contains(new RawJson("[1.50 ,{\"a\": \"\\u0041\u2713\"} ]"));
    assertThat(scalars.boxed()).contains(7);
    String typed = "\"date\": \"2024-02-29\", \"box\": -0.5, \"boxes\": {\"a\": 1.5}";
    assertThat(outcome("{" + typed + "}")).contains("\"date\": \"2024-02-29\", \"box\": -0.5");
    assertThat(outcome("{" + typed + "}")).endsWith("\"boxes\": {\"a\": 1.5}}");
    assertThat(RawJson.of(JsonCodecs.list(JsonCodecs.ofInt()), List.of(1, 2)).text())
        .isEqualTo("[1, 2]");
    assertThat(new RawJson("[1]").as(JsonCodecs.list(JsonCodecs.ofInt()))).containsExactly(1);
    assertThatThrownBy(() -> new RawJson("[1")).isInstanceOf(JsonException.class);
    assertThatThrownBy(() -> new RawJson("1 2")).isInstanceOf(JsonException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"price\": 1e3 | \"price\": \"x\" | items[1].price is \"x\", expected a number",
        "\"price\": 1e3 | \"price\": [] | items[1].price is an array, expected a number",
        "\"price\": 1e3 | \"price\": 1e999 | items[1].price is 1e999, expected a number within the range of double",
        "\"price\": 1e3, | `` | items[1].price is missing, expected a number",
        "\"sku\": \"c\", | `` | items[1].gift.sku is missing, expected a string",
        "\"sku\": \"b\" | \"sku\": null | items[1].sku is null, expected a string",
        "\"sku\": \"b\" | \"sku\": \"b\", \"sku\": 1 | items[1].sku is given twice, expected once",
        "\"count\": 2 | \"count\": 2.0 | items[0].count is 2.0, expected a whole number from -2147483648 to 2147483647",
        "\"count\": 2 | \"count\": 2147483648 | items[0].count is 2147483648, expected a whole number from",
        "\"count\": 2 | \"count\": 99999999999999999999 | items[0].count is 99999999999999999999, expected a whole",
        "\"count\": 2 | \"count\": 0 | items[0] is refused: count is 0, expected at least 1",
        "\"tax\": 0 | \"tax\": 1e10000 | items[1].tax is 1e10000, expected a number of at most 1000 characters",
        "1.5, | true, | weights[\"x y\"][0] is true, expected a number",
        "\"\": [] | \"x y\": [] | weights[\"x y\"] is given twice, expected once",
        "\"on hold\" | \"ON_HOLD\" | status is \"ON_HOLD\", expected one of new, on hold, SHIPPED",
        "\"on hold\" | 3 | status is 3, expected a string",
        "23:59:59.5 | 24:59:59.5 | placed_at is \"2026-01-31T24:59:59.5+01:00\", expected a time such as",
        "{\"by\": \"Cash\"} | {\"by\": \"cash\"} | payment.parts[0].by is \"cash\", expected one of card, Split, Cash",
        "{\"by\": \"Cash\"} | {\"by\": 1} | payment.parts[0].by is 1, expected one of card, Split, Cash",
        "{\"by\": \"Cash\"} | {} | payment.parts[0].by is missing, expected one of card, Split, Cash",
        "{\"by\": \"Cash\"} | [] | payment.parts[0] is an array, expected an object",
        "\"month\": 12 | \"month\": 32768 | payment.parts[1].month is 32768, expected a whole number from -32768 to 32767",
        "\"id\": \"o-1\", | `` | id is missing, expected a string",
        "\"id\": \"o-1\" | \"id\" | not JSON: ',' at byte 5, expected ':'",
        "[1, {}] | [1, {]] | not JSON: ']' at byte ",
      })
  void whatDoesNotFitIsNamedWithItsPathItsValueAndWhatWasExpected(
      String instead, String of, String message) {
    assertThat(ORDER).contains(instead);
    String json = ORDER.replace(instead, of == null ? "" : of);
    assertThat(Outcome.of("Order", json.getBytes(UTF_8))).startsWith("refused: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "5 | the JSON is 5, expected an object",
        "`` | not JSON: the end at byte 0",
        "{} {} | not JSON: '{' at byte 3, expected the end",
        "{\"bool\": tru} | not JSON: '}' at byte 12, expected true",
        "{\"bool\": 1} | bool is 1, expected true or false",
        "{\"int8\": 128} | int8 is 128, expected a whole number from -128 to 127",
        "{\"int64\": 9223372036854775808} | int64 is 9223372036854775808, expected a whole number from -9223372036854775808",
        "{\"date\": \"2026-02-29\"} | date is \"2026-02-29\", expected a date such as 2026-01-31",
        "{\"date\": 5} | date is 5, expected a date such as 2026-01-31",
        "{\"box\": \"5\"} | box is \"5\", expected a number",
        "{\"float32\": 4e38} | float32 is 4e38, expected a number within the range of float",
        "{\"big\": 1e3} | big is 1e3, expected a whole number of at most 1000 characters",
        "{\"raw\": [} | not JSON: '}' at byte 9",
      })
  void whatIsNoJsonOrOutOfRangeIsSaid(String json, String message) {
    assertThat(Outcome.of("Scalars", (json == null ? "" : json).getBytes(UTF_8)))
        .startsWith("refused: " + (message == null ? "" : message));
  }

  @Test
  void hostileEventsAreRefusedBeforeTheyCostMuch() {
    assertThat(outcome("{\"raw\": " + "[".repeat(600) + "]".repeat(600) + "}"))
        .startsWith("refused: JSON nests deeper than 500 levels");
    assertThat(outcome("{\"decimal\": " + "9".repeat(1001) + "}"))
        .startsWith("refused: decimal is 999")
        .contains("\u2026, expected a number of at most 1000 characters");
    assertThat(outcome("{\"big\": " + "9".repeat(1_000_000) + "}"))
        .startsWith("refused: big is 999");
    assertThat(outcome("{\"text\": \"\u00e9\"}".getBytes(ISO_8859_1)))
        .isEqualTo("refused: not JSON: '\"' at byte 11, expected UTF-8");
    assertThat(outcome("{\"time\": \"" + "\ud83d\ude00".repeat(100) + "\"}"))
        .startsWith("refused: time is \"\ud83d\ude00")
        .contains("\ude00\u2026, expected a time");
  }

  @Test
  void whatJsonHasNoFormForIsNotWritten() {
    assertThatThrownBy(() -> JsonCodecs.ofDouble().toText(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("JSON has no NaN, expected a finite number");
    assertThatThrownBy(() -> JsonCodecs.ofFloat().toText(Float.NEGATIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("JSON has no infinity, expected a finite number");
  }

  private static String outcome(String json) {
    return outcome(json.getBytes(UTF_8));
  }

  private static String outcome(byte[] json) {
    return Outcome.of("Scalars", json);
  }
}

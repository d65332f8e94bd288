package coldbench.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A field that is not what it should be is named with its path, its value and what it should be.
 */
class JsonObjectTest {
  private static JsonObject read(String path, String json) {
    try {
      return JsonObject.of(path, JsonMapper.builder().build().readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  private static Arguments refused(String json, Consumer<JsonObject> asked, String message) {
    return Arguments.of(json, asked, message);
  }

  private static Stream<Arguments> refused() {
    return Stream.of(
        refused("{}", o -> o.text("a"), "$.a is missing, expected a string"),
        refused("{\"a\":null}", o -> o.optionalText("a"), "$.a is null, expected a string"),
        refused("{\"a\":[1]}", o -> o.text("a"), "$.a is [1], expected a string"),
        refused(
            "{}",
            o -> o.text("a", text -> Optional.of(text), "a label"),
            "$.a is missing, expected a label"),
        refused(
            "{\"a\":3}",
            o -> o.text("a", text -> Optional.of(text), "a label"),
            "$.a is 3, expected a label"),
        refused(
            "{\"a\":\"A\"}",
            o -> o.text("a", text -> Optional.of(text).filter("b"::equals), "a label"),
            "$.a is \"A\", expected a label"),
        refused("{\"a\":0}", o -> o.flag("a"), "$.a is 0, expected true or false"),
        refused(
            "{\"a\":2.5}",
            o -> o.whole("a", 1, 9),
            "$.a is 2.5, expected a whole number from 1 to 9"),
        refused(
            "{\"a\":10}",
            o -> o.optionalWhole("a", 1, 9),
            "$.a is 10, expected a whole number from 1 to 9"),
        refused(
            "{\"a\":\"2\"}",
            o -> o.whole("a", 1, 9),
            "$.a is \"2\", expected a whole number from 1 to 9"),
        refused(
            "{\"a\":-1}",
            o -> o.number("a", 0, Double.MAX_VALUE),
            "$.a is -1, expected a number from 0"),
        refused(
            "{\"a\":1e999}",
            o -> o.number("a", 0, Double.MAX_VALUE),
            "$.a is \"Infinity\", expected a number from 0"),
        refused(
            "{\"a\":1.5}",
            o -> o.optionalNumber("a", 0, 0.5),
            "$.a is 1.5, expected a number from 0 to 0.5"),
        refused(
            "{\"a\":\"noon\"}",
            o -> o.time("a"),
            "$.a is \"noon\", expected a time such as 2026-03-14T09:26:53.589Z"),
        refused(
            "{\"a\":\"z\"}", o -> o.oneOf("a", List.of("x", "y")), "$.a is \"z\", expected x or y"),
        refused("{\"a\":1}", o -> o.oneOf("a", List.of("1"), "1"), "$.a is 1, expected 1"),
        refused("{\"a\":1}", o -> o.object("a"), "$.a is 1, expected an object"),
        refused(
            "{\"a\":{}}", o -> o.optionalObjects("a"), "$.a is {}, expected an array of objects"),
        refused("{\"a\":[{},1]}", o -> o.objects("a"), "$.a[1] is 1, expected an object"),
        refused(
            "{\"b c\":{\"d\":1}}",
            o -> o.object("b c").text("d"),
            "$['b c'].d is 1, expected a string"),
        refused(
            "{\"a\":1,\"z\":1}",
            o -> {
              o.text("b");
            },
            "$.b is missing, expected a string"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void aFieldThatIsNotWhatItShouldBeIsNamed(
      String json, Consumer<JsonObject> asked, String message) {
    assertThatThrownBy(() -> asked.accept(read("$", json)))
        .isInstanceOf(InvalidFieldException.class)
        .hasMessage(message);
  }

  @Test
  void fieldsAreWhatTheySay() {
    JsonObject object =
        read(
            "",
            "{\"t\":\"\",\"n\":5.0,\"b\":true,\"i\":\"2026-03-14T10:00:00+01:00\",\"o\":[{\"x\":1}]}");

    assertThat(object.text("t")).isEmpty();
    assertThat(object.whole("n", 0, 9)).isEqualTo(5);
    assertThat(object.number("n", 0, 9)).isEqualTo(5);
    assertThat(object.flag("b")).isTrue();
    assertThat(object.flag("none")).isFalse();
    assertThat(object.time("i")).isEqualTo(Instant.parse("2026-03-14T09:00:00Z"));
    assertThat(object.objects("o").get(0).path("x")).isEqualTo("o[0].x");
    assertThat(object.optionalObjects("none")).isEmpty();
    assertThat(object.optionalWhole("none", 0, 1)).isEmpty();
    assertThat(object.oneOf("none", List.of("x"), "x")).isEqualTo("x");
  }

  @Test
  void fieldsThatNobodyAskedForAreNamed() {
    JsonObject object = read("", "{\"c\":1,\"a\":\"\",\"b\":1}");
    object.text("a");

    assertThat(object.unread()).containsExactly("c", "b");
    assertThat(object.ignore("b").unread()).containsExactly("c");
    assertThatThrownBy(object::refuseUnread).hasMessage("c is not supported here, expected a or b");
    assertThat(object.names()).containsExactly("c", "a", "b");
    assertThat(object.unread()).isEmpty();
  }

  @Test
  void aLongValueIsCutBetweenCharacters() {
    JsonObject object = read("", "{\"a\":[\"" + "x".repeat(76) + "\uD83D\uDE00\"]}");

    assertThatThrownBy(() -> object.text("a"))
        .hasMessage("a is [\"" + "x".repeat(76) + "…, expected a string");
  }
}

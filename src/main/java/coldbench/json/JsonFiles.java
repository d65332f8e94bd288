package coldbench.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * JSON files, read as strictly as JSON can be: a name that comes twice is refused, and so is
 * anything after the value.
 */
public final class JsonFiles {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final ObjectReader FIELDS =
      JSON.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private JsonFiles() {}

  /**
   * Reads a file.
   *
   * @throws InvalidJsonException if it is empty or not valid JSON
   * @throws IOException if it cannot be read
   */
  public static JsonNode read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      JsonNode node = JSON.readTree(bytes);
      if (node.isMissingNode()) {
        throw new InvalidJsonException("is empty, expected JSON");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw new InvalidJsonException(
          "is not valid JSON: %s, line %d column %d"
              .formatted(
                  // The rest of this one is about Jackson's settings.
                  e.getOriginalMessage().replaceFirst("(Duplicate field .*) for .*", "$1"),
                  e.getLocation().getLineNr(),
                  e.getLocation().getColumnNr()));
    }
  }

  /** Takes an element of a long array as the parser comes to it. */
  public interface Element {
    /**
     * Reads the object that the parser is at the beginning of, up to its end.
     *
     * @return whether it was as usual
     */
    boolean read(JsonParser parser) throws IOException;
  }

  /**
   * Reads an object without making a tree of its longest array, where everything is as usual. Else
   * the answer is empty, and {@link #read} says what is wrong.
   *
   * @param array the field whose objects are handed on one by one, and are left out of the answer
   */
  public static Optional<JsonNode> readUsual(Path file, String array, Element element)
      throws IOException {
    try (JsonParser parser = JSON.createParser(Files.readAllBytes(file))) {
      ObjectNode rest = JSON.createObjectNode();
      boolean usual = parser.nextToken() == JsonToken.START_OBJECT;
      boolean met = false;
      while (usual && parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        JsonToken value = parser.nextToken();
        if (field.equals(array)) {
          usual = !met && value == JsonToken.START_ARRAY && elements(parser, element);
          met = true;
        } else {
          usual = rest.replace(field, FIELDS.readTree(parser)) == null;
        }
      }
      return usual
              && met
              && parser.currentToken() == JsonToken.END_OBJECT
              && parser.nextToken() == null
          ? Optional.of(rest)
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static boolean elements(JsonParser parser, Element element) throws IOException {
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      if (!element.read(parser)) {
        return false;
      }
    }
    return parser.currentToken() == JsonToken.END_ARRAY;
  }

  /** Of maps, lists, texts and numbers. */
  public static JsonNode of(Object value) {
    return JSON.valueToTree(value);
  }

  /** As text for people. */
  public static String pretty(JsonNode value) {
    return value.toPrettyString();
  }
}

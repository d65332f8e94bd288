package coldbench.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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

  /** Of maps, lists, texts and numbers. */
  public static JsonNode of(Object value) {
    return JSON.valueToTree(value);
  }

  /** As text for people. */
  public static String pretty(JsonNode value) {
    return value.toPrettyString();
  }
}

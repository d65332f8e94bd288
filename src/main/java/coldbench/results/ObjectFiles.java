package coldbench.results;

import coldbench.json.InvalidFieldException;
import coldbench.json.JsonObject;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads JSON files as strictly as JSON can be read: a field given twice is a misfit, too. */
final class ObjectFiles {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ObjectFiles() {}

  /**
   * Reads a file.
   *
   * @throws InvalidResultException if the file is empty or not valid JSON
   * @throws InvalidFieldException if it is not an object
   * @throws IOException if it cannot be read
   */
  static JsonObject read(Path file) throws InvalidResultException, IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (bytes.length == 0) {
      throw new InvalidResultException("is empty");
    }
    try {
      JsonNode node = JSON.readTree(bytes);
      return JsonObject.of("", node);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String where =
          at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
      throw new InvalidResultException("is not valid JSON" + where + ": " + e.getOriginalMessage());
    }
  }
}

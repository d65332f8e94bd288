package coldbench.results;

import coldbench.json.InvalidFieldException;
import coldbench.json.InvalidJsonException;
import coldbench.json.JsonFiles;
import coldbench.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;

/** Reads a run's objects. */
final class ObjectFiles {
  private ObjectFiles() {}

  /**
   * Reads a file.
   *
   * @throws InvalidResultException if the file is empty or not valid JSON
   * @throws InvalidFieldException if it is not an object
   * @throws IOException if it cannot be read
   */
  static JsonObject read(Path file) throws InvalidResultException, IOException {
    try {
      return JsonObject.of("", JsonFiles.read(file));
    } catch (InvalidJsonException e) {
      throw new InvalidResultException(String.valueOf(e.getMessage()));
    }
  }
}

package coldbench.results;

import coldbench.analysis.Sample;
import coldbench.json.InvalidFieldException;
import coldbench.json.InvalidJsonException;
import coldbench.json.JsonFiles;
import coldbench.json.JsonObject;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads a run's objects. */
final class ObjectFiles {
  private static final String WARM = "warm";

  private ObjectFiles() {}

  /**
   * An object with warm calls.
   *
   * @param fields all of it, or all but the calls
   * @param calls those, where they were as usual; else they are among the fields
   */
  record WithCalls(JsonObject fields, Optional<List<Sample>> calls) {
    List<Sample> calls(Function<JsonObject, Sample> read) {
      return calls.orElseGet(() -> fields.objects(WARM).stream().map(read).toList());
    }
  }

  /** Reads a file with warm calls; the same is thrown. */
  static WithCalls readWithCalls(Path file) throws InvalidResultException, IOException {
    SampleStream calls = new SampleStream();
    Optional<JsonNode> rest = JsonFiles.readUsual(file, WARM, calls::read);
    return rest.isPresent()
        ? new WithCalls(JsonObject.of("", rest.get()), Optional.of(calls.samples()))
        : new WithCalls(read(file), Optional.empty());
  }

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

package coldbench.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.runtime.JsonReader;

/**
 * A value that is kept as it was written, to be read later or never.
 *
 * @param text valid JSON
 */
public record RawJson(String text) {
  /**
   * Checks the text.
   *
   * @throws coldbench.runtime.JsonException if it is not JSON
   */
  public RawJson {
    JsonReader reader = new JsonReader(text.getBytes(UTF_8));
    reader.skip();
    reader.end();
  }

  /** Reads it as a type. */
  public <T> T as(JsonCodec<T> codec) {
    return codec.fromJson(text);
  }

  /** Keeps a value of a type. */
  public static <T> RawJson of(JsonCodec<T> codec, T value) {
    return new RawJson(codec.toText(value));
  }
}

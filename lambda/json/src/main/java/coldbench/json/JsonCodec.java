package coldbench.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.runtime.JsonWriter;

/** Reads and writes values of one type. Without state: one instance serves all. */
public interface JsonCodec<T> {
  /**
   * Reads the next value.
   *
   * @throws coldbench.runtime.JsonException if it is not of this type; the message has its path,
   *     its value and what was expected
   */
  T read(JsonInput in);

  /**
   * Writes a value.
   *
   * @throws IllegalArgumentException if JSON has no form for it, such as NaN
   */
  void write(T value, JsonWriter out);

  /**
   * Reads a whole document, in UTF-8.
   *
   * @throws coldbench.runtime.JsonException if it is not JSON, or not of this type
   */
  default T fromJson(byte[] json) {
    JsonInput in = new JsonInput(json);
    T value = read(in);
    in.end();
    return value;
  }

  /** Reads a whole document, such as the body of a message. */
  default T fromJson(String json) {
    return fromJson(json.getBytes(UTF_8));
  }

  /** A document in UTF-8: what a handler answers. */
  default byte[] toJson(T value) {
    return toText(value).getBytes(UTF_8);
  }

  /** A document as text. */
  default String toText(T value) {
    JsonWriter out = new JsonWriter();
    write(value, out);
    return out.toString();
  }
}

package coldbench.roundtrip;

import coldbench.json.JsonCodec;
import coldbench.runtime.JsonException;
import java.util.List;

/** What becomes of bytes. */
final class Outcome {
  static final List<String> TYPES = List.of("Order", "Scalars");

  private Outcome() {}

  /** The JSON of the record that was read, or why none was. */
  static String of(String type, byte[] json) {
    return switch (type) {
      case "Order" -> of(OrderJson.CODEC, json);
      case "Scalars" -> of(ScalarsJson.CODEC, json);
      default -> throw new IllegalArgumentException("there is no type " + type);
    };
  }

  static <T> String of(JsonCodec<T> codec, byte[] json) {
    try {
      return codec.toText(codec.fromJson(json));
    } catch (JsonException e) {
      return "refused: " + e.getMessage();
    }
  }
}

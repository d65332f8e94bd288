package coldbench.json;

import coldbench.runtime.JsonWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The codecs of types that are no one's own. Made on demand: what is not used is not compiled in.
 */
public final class JsonCodecs {
  private JsonCodecs() {}

  private record Simple<T>(Function<JsonInput, T> reader, BiConsumer<T, JsonWriter> writer)
      implements JsonCodec<T> {
    @Override
    public T read(JsonInput in) {
      return reader.apply(in);
    }

    @Override
    public void write(T value, JsonWriter out) {
      writer.accept(value, out);
    }
  }

  public static JsonCodec<String> ofString() {
    return new Simple<>(JsonInput::string, (value, out) -> out.string(value));
  }

  public static JsonCodec<Boolean> ofBoolean() {
    return new Simple<>(JsonInput::booleanValue, (value, out) -> write(value, out));
  }

  public static JsonCodec<Byte> ofByte() {
    return new Simple<>(JsonInput::byteValue, (value, out) -> out.number(value));
  }

  public static JsonCodec<Short> ofShort() {
    return new Simple<>(JsonInput::shortValue, (value, out) -> out.number(value));
  }

  public static JsonCodec<Integer> ofInt() {
    return new Simple<>(JsonInput::intValue, (value, out) -> out.number(value));
  }

  public static JsonCodec<Long> ofLong() {
    return new Simple<>(JsonInput::longValue, (value, out) -> out.number(value));
  }

  public static JsonCodec<Float> ofFloat() {
    return new Simple<>(JsonInput::floatValue, (value, out) -> write(value, out));
  }

  public static JsonCodec<Double> ofDouble() {
    return new Simple<>(JsonInput::doubleValue, (value, out) -> write(value, out));
  }

  public static JsonCodec<BigInteger> ofBigInteger() {
    return new Simple<>(JsonInput::bigInteger, (value, out) -> out.raw(value.toString()));
  }

  public static JsonCodec<BigDecimal> ofBigDecimal() {
    return new Simple<>(JsonInput::decimal, (value, out) -> out.raw(value.toString()));
  }

  public static JsonCodec<Instant> ofInstant() {
    return new Simple<>(JsonInput::instant, (value, out) -> out.string(TimeText.of(value)));
  }

  public static JsonCodec<LocalDate> ofLocalDate() {
    return new Simple<>(JsonInput::date, (value, out) -> out.string(TimeText.of(value)));
  }

  public static JsonCodec<RawJson> ofRawJson() {
    return new Simple<>(JsonInput::raw, (value, out) -> out.raw(value.text()));
  }

  /** True or false. */
  public static void write(boolean value, JsonWriter out) {
    out.raw(value ? "true" : "false");
  }

  /** The shortest text that is read as the same number. */
  public static void write(double value, JsonWriter out) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "JSON has no "
              + (Double.isNaN(value) ? "NaN" : "infinity")
              + ", expected a finite number");
    }
    out.raw(Double.toString(value));
  }

  /** The shortest text that is read as the same number. */
  public static void write(float value, JsonWriter out) {
    if (!Float.isFinite(value)) {
      throw new IllegalArgumentException(
          "JSON has no "
              + (Float.isNaN(value) ? "NaN" : "infinity")
              + ", expected a finite number");
    }
    out.raw(Float.toString(value));
  }

  /** Null for empty, where it cannot be left out. */
  public static <T> JsonCodec<Optional<T>> optional(JsonCodec<T> codec) {
    return new Simple<>(
        in -> in.skipNull() ? Optional.empty() : Optional.of(codec.read(in)),
        (value, out) ->
            value.ifPresentOrElse(present -> codec.write(present, out), () -> out.raw("null")));
  }

  /** An array; the list cannot be changed. */
  public static <T> JsonCodec<List<T>> list(JsonCodec<T> codec) {
    return new Simple<>(
        in -> {
          List<T> list = new ArrayList<>();
          in.beginArray();
          while (in.nextElement()) {
            list.add(codec.read(in));
          }
          return Collections.unmodifiableList(list);
        },
        (list, out) -> {
          out.beginArray();
          for (T element : list) {
            codec.write(element, out);
          }
          out.endArray();
        });
  }

  /** An object; the map keeps its order and cannot be changed. */
  public static <T> JsonCodec<Map<String, T>> map(JsonCodec<T> codec) {
    return new Simple<>(
        in -> {
          Map<String, T> map = new LinkedHashMap<>();
          in.beginObject();
          while (in.nextMember()) {
            String name = in.name();
            in.refuseTwice(map.containsKey(name));
            map.put(name, codec.read(in));
          }
          return Collections.unmodifiableMap(map);
        },
        (map, out) -> {
          out.beginObject();
          for (Map.Entry<String, T> member : map.entrySet()) {
            codec.write(member.getValue(), out.name(member.getKey()));
          }
          out.endObject();
        });
  }
}

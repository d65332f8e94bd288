package coldbench.results;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * A JSON object that is read field by field. It knows its place in the file, so that every misfit
 * is named, and which fields nobody asked for.
 */
final class JsonObject {
  private static final int SHOWN = 80;

  private final String path;
  private final JsonNode node;
  private final TreeSet<String> unread = new TreeSet<>();

  private JsonObject(String path, JsonNode node) {
    this.path = path;
    this.node = node;
    node.fieldNames().forEachRemaining(unread::add);
  }

  static JsonObject of(String path, JsonNode node) throws InvalidResultException {
    if (!node.isObject()) {
      String name = path.isEmpty() ? "it" : path;
      throw new InvalidResultException(name + " is " + show(node) + ", expected an object");
    }
    return new JsonObject(path, node);
  }

  String text(String field) throws InvalidResultException {
    JsonNode value = required(field, "text");
    if (!value.isTextual()) {
      throw misfit(field, value, "text");
    }
    return value.textValue();
  }

  /** Text, or a number as it is written. */
  String textOrNumber(String field) throws InvalidResultException {
    JsonNode value = required(field, "text or a number");
    if (!value.isTextual() && !value.isNumber()) {
      throw misfit(field, value, "text or a number");
    }
    return value.asText();
  }

  Optional<String> optionalText(String field) throws InvalidResultException {
    return has(field) ? Optional.of(text(field)) : Optional.empty();
  }

  /** Whether a field is there and true. */
  boolean flag(String field) throws InvalidResultException {
    if (!has(field)) {
      return false;
    }
    JsonNode value = required(field, "true or false");
    if (!value.isBoolean()) {
      throw misfit(field, value, "true or false");
    }
    return value.booleanValue();
  }

  Instant time(String field) throws InvalidResultException {
    String text = text(field);
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new InvalidResultException(
          name(field) + " is \"" + text + "\", expected a time as in 2026-03-14T09:26:53.589Z");
    }
  }

  Optional<Instant> optionalTime(String field) throws InvalidResultException {
    return has(field) ? Optional.of(time(field)) : Optional.empty();
  }

  long whole(String field, long low, long high) throws InvalidResultException {
    String expected = "a whole number from " + low + " to " + high;
    JsonNode value = required(field, expected);
    // 5.0 is a whole number, too: JSONata engines differ in how they write one.
    boolean whole = value.isNumber() && value.doubleValue() == Math.rint(value.doubleValue());
    if (!whole || value.doubleValue() < low || value.doubleValue() > high) {
      throw misfit(field, value, expected);
    }
    return value.longValue();
  }

  OptionalLong optionalWhole(String field, long low, long high) throws InvalidResultException {
    return has(field) ? OptionalLong.of(whole(field, low, high)) : OptionalLong.empty();
  }

  double measured(String field) throws InvalidResultException {
    String expected = "a number from 0";
    JsonNode value = required(field, expected);
    if (!value.isNumber() || value.doubleValue() < 0 || !Double.isFinite(value.doubleValue())) {
      throw misfit(field, value, expected);
    }
    return value.doubleValue();
  }

  OptionalDouble optionalMeasured(String field) throws InvalidResultException {
    return has(field) ? OptionalDouble.of(measured(field)) : OptionalDouble.empty();
  }

  JsonObject object(String field) throws InvalidResultException {
    return of(name(field), required(field, "an object"));
  }

  Optional<JsonObject> optionalObject(String field) throws InvalidResultException {
    return has(field) ? Optional.of(object(field)) : Optional.empty();
  }

  List<JsonObject> objects(String field) throws InvalidResultException {
    JsonNode value = required(field, "a list of objects");
    if (!value.isArray()) {
      throw misfit(field, value, "a list of objects");
    }
    List<JsonObject> all = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      all.add(of(name(field) + "[" + i + "]", value.get(i)));
    }
    return all;
  }

  /** Names of the object's fields, all of them taken as read. */
  List<String> fields() {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    unread.clear();
    return names;
  }

  boolean has(String field) {
    return node.has(field);
  }

  /** Says that a field is known, though its value is of no use here. */
  JsonObject ignore(String... fields) {
    unread.removeAll(List.of(fields));
    return this;
  }

  /** Fields that nobody asked for, with their path. */
  List<String> unknown() {
    return unread.stream().map(this::name).toList();
  }

  private JsonNode required(String field, String expected) throws InvalidResultException {
    unread.remove(field);
    JsonNode value = node.get(field);
    if (value == null) {
      throw new InvalidResultException(name(field) + " is missing, expected " + expected);
    }
    return value;
  }

  private InvalidResultException misfit(String field, JsonNode value, String expected) {
    return new InvalidResultException(
        name(field) + " is " + show(value) + ", expected " + expected);
  }

  private String name(String field) {
    return path.isEmpty() ? field : path + "." + field;
  }

  private static String show(JsonNode value) {
    String text = value.toString();
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN - 3) + "...";
  }
}

package coldbench.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A JSON object that is read field by field. It knows its path in the document and which of its
 * fields have been asked for. Every method that reads a field throws {@link InvalidFieldException}
 * where the field is not what the method's name says; the {@code optional} ones answer empty where
 * it is missing, and refuse {@code null}.
 */
public final class JsonObject {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final int SHOWN = 80;

  // A run has a million of these: paths and expectations are put into words when they are asked
  // for.
  private final Supplier<String> path;
  private final JsonNode node;
  private final List<String> known = new ArrayList<>();

  private JsonObject(Supplier<String> path, JsonNode node) {
    this.path = path;
    this.node = node;
  }

  /**
   * Begins to read an object.
   *
   * @param path where it stands in its document: {@code $}, or empty for a document whose fields go
   *     by their bare names
   */
  public static JsonObject of(String path, JsonNode node) {
    return of(() -> path, node);
  }

  private static JsonObject of(Supplier<String> path, JsonNode node) {
    if (!node.isObject()) {
      throw new InvalidFieldException(
          path.get().isEmpty() ? "it" : path.get(), "is " + shown(node) + ", expected an object");
    }
    return new JsonObject(path, node);
  }

  /** The path of a field of this object. */
  public String path(String field) {
    return path(path.get(), field);
  }

  /** The path of a field of the object at a path. */
  public static String path(String object, String field) {
    if (!PLAIN.matcher(field).matches()) {
      return object + "['" + field.replace("'", "\\'") + "']";
    }
    return object.isEmpty() ? field : object + "." + field;
  }

  public boolean has(String field) {
    return node.has(field);
  }

  /** The names of all fields, which are all taken as asked for. */
  public List<String> names() {
    node.fieldNames().forEachRemaining(known::add);
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** The value of a field that is not looked at here, but may be there. */
  public Optional<JsonNode> optional(String field) {
    known.add(field);
    return Optional.ofNullable(node.get(field));
  }

  /**
   * The value of a field of any type.
   *
   * @param expected what the message says of a missing one, such as {@code an error name}
   */
  public JsonNode required(String field, String expected) {
    return required(field, () -> expected);
  }

  private JsonNode required(String field, Supplier<String> expected) {
    return optional(field)
        .orElseThrow(() -> invalid(field, "is missing, expected " + expected.get()));
  }

  public String text(String field) {
    return checked(field, () -> "a string", JsonNode::isTextual).textValue();
  }

  /**
   * A string that can be read as something.
   *
   * @param parse empty where it cannot
   * @param expected in words
   */
  public <T> T text(String field, Function<String, Optional<T>> parse, String expected) {
    JsonNode value = required(field, expected);
    return Optional.of(value)
        .filter(JsonNode::isTextual)
        .flatMap(text -> parse.apply(text.textValue()))
        .orElseThrow(() -> unexpected(field, expected));
  }

  public Optional<String> optionalText(String field) {
    return optional(field).map(value -> text(field));
  }

  /** One of some words. */
  public String oneOf(String field, List<String> allowed) {
    String expected = list(allowed);
    return checked(
            field,
            () -> expected,
            value -> value.isTextual() && allowed.contains(value.textValue()))
        .textValue();
  }

  /** One of some words, the given one where the field is missing. */
  public String oneOf(String field, List<String> allowed, String missing) {
    return optional(field).map(value -> oneOf(field, allowed)).orElse(missing);
  }

  /** Whether a field is there and true. */
  public boolean flag(String field) {
    return optional(field)
        .map(value -> checked(field, () -> "true or false", JsonNode::isBoolean).booleanValue())
        .orElse(false);
  }

  /** A time with its offset from UTC, as RFC 3339 has it. */
  public Instant time(String field) {
    String text = text(field);
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw unexpected(field, "a time such as 2026-03-14T09:26:53.589Z");
    }
  }

  public Optional<Instant> optionalTime(String field) {
    return optional(field).map(value -> time(field));
  }

  /** A whole number; 5.0 is one too, as engines differ in how they write it. */
  public long whole(String field, long least, long most) {
    return checked(
            field,
            () -> "a whole number from " + least + " to " + most,
            value -> {
              double number = value.doubleValue();
              return value.isNumber()
                  && number == Math.rint(number)
                  && number >= least
                  && number <= most;
            })
        .longValue();
  }

  public OptionalLong optionalWhole(String field, long least, long most) {
    return has(field) ? OptionalLong.of(whole(field, least, most)) : OptionalLong.empty();
  }

  /** A number from {@code least} to {@code most}. */
  public double number(String field, double least, double most) {
    return checked(
            field,
            () ->
                "a number from "
                    + plain(least)
                    + (most == Double.MAX_VALUE ? "" : " to " + plain(most)),
            value ->
                value.isNumber() && value.doubleValue() >= least && value.doubleValue() <= most)
        .doubleValue();
  }

  /** A number from {@code least} on. */
  public double number(String field, double least) {
    return number(field, least, Double.MAX_VALUE);
  }

  public OptionalDouble optionalNumber(String field, double least) {
    return optionalNumber(field, least, Double.MAX_VALUE);
  }

  public OptionalDouble optionalNumber(String field, double least, double most) {
    return has(field) ? OptionalDouble.of(number(field, least, most)) : OptionalDouble.empty();
  }

  public JsonObject object(String field) {
    return of(() -> path(field), required(field, "an object"));
  }

  public Optional<JsonObject> optionalObject(String field) {
    return optional(field).map(value -> object(field));
  }

  /** The objects of an array. */
  public List<JsonObject> objects(String field) {
    JsonNode array = checked(field, () -> "an array of objects", JsonNode::isArray);
    List<JsonObject> objects = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      int index = i;
      objects.add(of(() -> path(field) + "[" + index + "]", array.get(i)));
    }
    return objects;
  }

  /** The objects of an array, none where it is missing. */
  public List<JsonObject> optionalObjects(String field) {
    return optional(field).map(value -> objects(field)).orElse(List.of());
  }

  /** Names fields that may be there, though their values are of no use to the reader. */
  public JsonObject ignore(String... fields) {
    known.addAll(List.of(fields));
    return this;
  }

  /** The paths of the fields that have not been asked for, in their order. */
  public List<String> unread() {
    List<String> unread = new ArrayList<>();
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                unread.add(path(name));
              }
            });
    return unread;
  }

  /** Refuses the fields that have not been asked for; the message lists those that have been. */
  public void refuseUnread() {
    for (String unread : unread()) {
      throw new InvalidFieldException(
          unread, "is not supported here, expected " + list(new TreeSet<>(known)));
    }
  }

  /** What is wrong with a field, in words of its own. */
  public InvalidFieldException invalid(String field, String problem) {
    return new InvalidFieldException(path(field), problem);
  }

  /** The field has another value than expected; the message says which. */
  public InvalidFieldException unexpected(String field, String expected) {
    JsonNode value = node.path(field);
    return invalid(field, "is %s, expected %s".formatted(shown(value), expected));
  }

  private interface Check {
    boolean test(JsonNode value);
  }

  private JsonNode checked(String field, Supplier<String> expected, Check check) {
    JsonNode value = required(field, expected);
    if (!check.test(value)) {
      throw unexpected(field, expected.get());
    }
    return value;
  }

  /** Words as a message lists them: {@code A, B or C}. */
  public static String list(Collection<String> words) {
    List<String> all = List.copyOf(words);
    return all.size() < 2
        ? String.join("", all)
        : String.join(", ", all.subList(0, all.size() - 1)) + " or " + all.get(all.size() - 1);
  }

  /** A value as a message shows it, cut where it is long. */
  public static String shown(JsonNode value) {
    String text = value.toString();
    if (text.length() <= SHOWN) {
      return text;
    }
    int end = SHOWN - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? String.valueOf((long) number)
        : String.valueOf(number);
  }
}

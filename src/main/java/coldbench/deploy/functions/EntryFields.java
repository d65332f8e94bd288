package coldbench.deploy.functions;

import coldbench.json.InvalidFieldException;
import coldbench.json.JsonObject;
import coldbench.json.Misspelt;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Reads the fields of an object of the setting {@code functions}. A value that cannot be used
 * becomes a problem that names it, and is empty from then on.
 *
 * @param where the object stands, for messages
 * @param folder to which paths are relative
 * @param problems takes what is wrong, a line each
 */
record EntryFields(String where, JsonNode json, Path folder, List<String> problems) {
  boolean has(String field) {
    return json.has(field);
  }

  JsonNode value(String field) {
    return json.path(field);
  }

  void refuseUnknown(List<String> known) {
    for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
      String field = names.next();
      if (!known.contains(field)) {
        add(
            "%s.%s is not a field, expected one of %s%s"
                .formatted(where, field, String.join(", ", known), Misspelt.hint(field, known)));
      }
    }
  }

  /** A string that must be there. */
  <T> Optional<T> text(String field, Function<String, Optional<T>> parse, String expected) {
    return read(object -> object.text(field, parse, expected));
  }

  /** A whole number of a range, if it is there. */
  OptionalInt whole(String field, int least, int most) {
    return read(object -> object.optionalWhole(field, least, most))
        .filter(OptionalLong::isPresent)
        .map(value -> OptionalInt.of((int) value.getAsLong()))
        .orElseGet(OptionalInt::empty);
  }

  /** True or false; false where it is not there. */
  boolean flag(String field) {
    return read(object -> object.flag(field)).orElse(false);
  }

  private <T> Optional<T> read(Function<JsonObject, T> field) {
    try {
      return Optional.of(field.apply(JsonObject.of(where, json)));
    } catch (InvalidFieldException e) {
      add(e.getMessage() + ": correct it there");
      return Optional.empty();
    }
  }

  /** Any JSON but null, if it is there. */
  Optional<String> anything(String field) {
    JsonNode value = json.path(field);
    if (value.isNull()) {
      problem("." + field, value, "any JSON but null");
    }
    return value.isMissingNode() ? Optional.empty() : Optional.of(value.toString());
  }

  /** A list of strings, empty where it is not there. */
  List<String> texts(String field, Predicate<String> good, int most, String expected) {
    JsonNode value = json.path(field);
    List<String> texts = new ArrayList<>();
    if (value.isMissingNode()) {
      return texts;
    }
    if (!value.isArray() || value.size() > most) {
      problem("." + field, value, "a list of at most " + most + ", each " + expected);
      return texts;
    }
    for (int i = 0; i < value.size(); i++) {
      JsonNode each = value.get(i);
      if (each.isTextual() && good.test(each.textValue())) {
        texts.add(each.textValue());
      } else {
        problem("." + field + "[" + i + "]", each, expected);
      }
    }
    return texts;
  }

  /** An object in this one. */
  EntryFields inside(String field) {
    return new EntryFields(where + "." + field, json.path(field), folder, problems);
  }

  void problem(String field, JsonNode value, String expected) {
    String what = value.isMissingNode() ? "missing" : JsonObject.shown(value);
    add("%s%s is %s, expected %s: correct it there".formatted(where, field, what, expected));
  }

  void add(String message) {
    problems.add(message);
  }

  Optional<Path> path(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(folder.resolve(text).normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}

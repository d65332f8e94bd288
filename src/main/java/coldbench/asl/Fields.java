package coldbench.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The fields of one object of a definition. What nobody asks for is refused at the end. */
final class Fields {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final JsonNode node;
  private final String path;
  private final Set<String> known = new TreeSet<>();

  Fields(JsonNode node, String path) {
    if (!node.isObject()) {
      throw new InvalidDefinitionException(path, "is %s, allowed is an object".formatted(node));
    }
    this.node = node;
    this.path = path;
  }

  /** The JSON path of a member of an object. */
  static String path(String object, String member) {
    return PLAIN.matcher(member).matches()
        ? object + "." + member
        : object + "['" + member.replace("'", "\\'") + "']";
  }

  String path(String field) {
    return path(path, field);
  }

  InvalidDefinitionException invalid(String field, String problem) {
    return new InvalidDefinitionException(path(field), problem);
  }

  Optional<JsonNode> optional(String field) {
    known.add(field);
    return Optional.ofNullable(node.get(field));
  }

  JsonNode required(String field) {
    return optional(field).orElseThrow(() -> invalid(field, "is missing, a value has to be given"));
  }

  String text(String field) {
    JsonNode value = required(field);
    if (!value.isTextual() || value.textValue().isEmpty()) {
      throw invalid(field, "is %s, allowed is a string".formatted(value));
    }
    return value.textValue();
  }

  Optional<String> optionalText(String field) {
    return optional(field).isPresent() ? Optional.of(text(field)) : Optional.empty();
  }

  /** A comment, which may say anything. */
  void comment() {
    Optional<JsonNode> comment = optional("Comment");
    if (comment.isPresent() && !comment.get().isTextual()) {
      throw invalid("Comment", "is %s, allowed is a string".formatted(comment.get()));
    }
  }

  boolean flag(String field) {
    Optional<JsonNode> value = optional(field);
    if (value.isPresent() && !value.get().isBoolean()) {
      throw invalid(field, "is %s, allowed are true and false".formatted(value.get()));
    }
    return value.isPresent() && value.get().booleanValue();
  }

  Fields object(String field) {
    return new Fields(required(field), path(field));
  }

  /** The objects of an array field, none where it is missing. */
  List<Fields> objects(String field) {
    List<Fields> objects = new ArrayList<>();
    Optional<JsonNode> array = optional(field);
    if (array.isPresent()) {
      if (!array.get().isArray()) {
        throw invalid(field, "is %s, allowed is an array".formatted(array.get()));
      }
      for (int i = 0; i < array.get().size(); i++) {
        objects.add(new Fields(array.get().get(i), path(field) + "[" + i + "]"));
      }
    }
    return objects;
  }

  /** A number that stands in the definition itself. */
  double number(String field, double missing, double least, double most) {
    Optional<JsonNode> value = optional(field);
    if (value.isEmpty()) {
      return missing;
    }
    double number = value.get().asDouble();
    if (!value.get().isNumber() || number < least || number > most) {
      throw invalid(
          field, "is %s, allowed is a number from %s to %s".formatted(value.get(), least, most));
    }
    return number;
  }

  /** A whole number that stands in the definition itself. */
  int wholeNumber(String field, int missing, int least, int most) {
    Optional<JsonNode> value = optional(field);
    if (value.isEmpty()) {
      return missing;
    }
    int number = value.get().asInt();
    if (!value.get().isIntegralNumber() || number < least || number > most) {
      throw invalid(
          field,
          "is %s, allowed is a whole number from %d to %d".formatted(value.get(), least, most));
    }
    return number;
  }

  Optional<Template> template(String field) {
    return optional(field).map(value -> Template.parse(value, field, path(field)));
  }

  /** Refuses whatever has not been asked for. */
  void end() {
    for (String field : (Iterable<String>) node::fieldNames) {
      if (!known.contains(field)) {
        throw invalid(field, "is not supported here, allowed are " + String.join(", ", known));
      }
    }
  }
}

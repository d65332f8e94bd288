package coldbench.asl;

import coldbench.json.JsonObject;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value of a definition in which every string that is marked as an expression, by a brace and a
 * percent sign at both ends, is evaluated: what {@code Arguments}, {@code Output}, {@code Assign}
 * and others hold.
 */
sealed interface Template {
  /** The value, its expressions evaluated. */
  JsonNode evaluate(EvaluationContext values) throws StateFailure;

  /** No expression anywhere inside. */
  record Constant(JsonNode value) implements Template {
    @Override
    public JsonNode evaluate(EvaluationContext values) {
      return value;
    }
  }

  /** An expression alone. */
  record Evaluated(Expression expression) implements Template {
    @Override
    public JsonNode evaluate(EvaluationContext values) throws StateFailure {
      return expression.evaluate(values);
    }
  }

  /** An object of templates. */
  record Members(Map<String, Template> members) implements Template {
    @Override
    public JsonNode evaluate(EvaluationContext values) throws StateFailure {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      for (Map.Entry<String, Template> member : members.entrySet()) {
        object.set(member.getKey(), member.getValue().evaluate(values));
      }
      return object;
    }
  }

  /** An array of templates. */
  record Items(List<Template> items) implements Template {
    @Override
    public JsonNode evaluate(EvaluationContext values) throws StateFailure {
      ArrayNode array = JsonNodeFactory.instance.arrayNode(items.size());
      for (Template item : items) {
        array.add(item.evaluate(values));
      }
      return array;
    }
  }

  /** Reads a field that may be missing. */
  static Optional<Template> read(JsonObject fields, String field) {
    return read(fields, field, field, StatesFields.BEFORE);
  }

  /**
   * Reads a field that may be missing.
   *
   * @param name the field as error messages name it
   * @param states what {@code $states} has there
   */
  static Optional<Template> read(
      JsonObject fields, String field, String name, StatesFields states) {
    return fields.optional(field).map(value -> parse(value, name, fields.path(field), states));
  }

  /**
   * Reads a value.
   *
   * @param value what the definition holds
   * @param field the field as error messages name it, such as {@code Output}
   * @param path its JSON path in the definition
   * @param states what {@code $states} has there
   */
  static Template parse(JsonNode value, String field, String path, StatesFields states) {
    if (value.isTextual()) {
      Optional<String> expression = expression(value.textValue());
      return expression.isPresent()
          ? new Evaluated(Expression.parse(expression.get(), field, path, states))
          : new Constant(value);
    } else if (value.isObject()) {
      Map<String, Template> members = new LinkedHashMap<>();
      value
          .properties()
          .forEach(
              member -> {
                String name = member.getKey();
                members.put(
                    name,
                    parse(
                        member.getValue(),
                        field + "/" + name,
                        JsonObject.path(path, name),
                        states));
              });
      return constant(members.values()) ? new Constant(value) : new Members(members);
    } else if (value.isArray()) {
      List<Template> items = new ArrayList<>();
      for (int i = 0; i < value.size(); i++) {
        String index = "[" + i + "]";
        items.add(parse(value.get(i), field + index, path + index, states));
      }
      return constant(items) ? new Constant(value) : new Items(items);
    }
    return new Constant(value);
  }

  private static boolean constant(Iterable<Template> parts) {
    for (Template part : parts) {
      if (!(part instanceof Constant)) {
        return false;
      }
    }
    return true;
  }

  /** What stands between the marks, if the text is an expression. */
  static Optional<String> expression(String text) {
    return text.length() >= 4 && text.startsWith("{%") && text.endsWith("%}")
        ? Optional.of(text.substring(2, text.length() - 2).strip())
        : Optional.empty();
  }
}

package coldbench.asl;

import coldbench.json.JsonObject;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Ends its workflow with an error of its own.
 *
 * @see <a href="https://states-language.net/spec.html#fail-state">Fail state</a>
 */
record FailState(String name, Optional<Template> error, Optional<Template> cause) implements State {
  static FailState read(String name, JsonObject fields) {
    return new FailState(name, text(fields, "Error"), text(fields, "Cause"));
  }

  private static Optional<Template> text(JsonObject fields, String field) {
    if (fields.optional(field).filter(value -> !value.isTextual()).isPresent()) {
      throw fields.unexpected(field, "a string");
    }
    return Template.read(fields, field);
  }

  @Override
  public String type() {
    return "Fail";
  }

  @Override
  public Transition run(StateExecution visit) throws StateFailure {
    EvaluationContext values = visit.values();
    throw new StateFailure(text(error, values), text(cause, values));
  }

  private static String text(Optional<Template> template, EvaluationContext values)
      throws StateFailure {
    if (template.isEmpty()) {
      return "";
    }
    JsonNode value = template.get().evaluate(values);
    if (!value.isTextual() && template.get() instanceof Template.Evaluated evaluated) {
      throw UnexpectedType.failure(evaluated.expression(), values, "string", value);
    }
    return value.textValue();
  }
}

package coldbench.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Ends its workflow with an error of its own.
 *
 * @see <a href="https://states-language.net/spec.html#fail-state">Fail state</a>
 */
record FailState(String name, Optional<Template> error, Optional<Template> cause) implements State {
  static FailState read(String name, Fields fields) {
    return new FailState(name, text(fields, "Error"), text(fields, "Cause"));
  }

  private static Optional<Template> text(Fields fields, String field) {
    Optional<JsonNode> value = fields.optional(field);
    if (value.isPresent() && !value.get().isTextual()) {
      throw fields.invalid(field, "is %s, allowed is a string".formatted(value.get()));
    }
    return fields.template(field);
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

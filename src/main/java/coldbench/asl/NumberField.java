package coldbench.asl;

import coldbench.json.JsonObject;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A number that a definition gives or computes.
 *
 * @param template the number or its expression
 * @param whole whether it may not have a fraction
 */
record NumberField(String field, Template template, boolean whole, double least, double most) {

  static Optional<NumberField> whole(JsonObject fields, String field, int least, int most) {
    return read(fields, field, true, least, most);
  }

  static Optional<NumberField> read(
      JsonObject fields, String field, boolean whole, double least, double most) {
    return Template.read(fields, field)
        .map(
            template -> {
              NumberField number = new NumberField(field, template, whole, least, most);
              if (template instanceof Template.Constant constant && !number.allows(constant)) {
                throw fields.unexpected(field, number.expected());
              }
              return number;
            });
  }

  double evaluate(EvaluationContext values) throws StateFailure {
    JsonNode value = template.evaluate(values);
    if (!value.isNumber()) {
      throw template instanceof Template.Evaluated evaluated
          ? UnexpectedType.failure(evaluated.expression(), values, "number", value)
          : values.failure(
              StateFailure.QUERY_EVALUATION, field + " is not a number: " + value, field);
    }
    if (!allows(value)) {
      throw values.failure(
          StateFailure.QUERY_EVALUATION,
          "%s is %s, expected %s".formatted(field, value, expected()),
          field);
    }
    return value.doubleValue();
  }

  private boolean allows(Template.Constant constant) {
    return constant.value().isNumber() && allows(constant.value());
  }

  private boolean allows(JsonNode number) {
    double value = number.doubleValue();
    return value >= least && value <= most && (!whole || value == Math.rint(value));
  }

  private String expected() {
    return (whole ? "a whole number from %.0f to %.0f" : "a number from %s to %s")
        .formatted(least, most);
  }
}

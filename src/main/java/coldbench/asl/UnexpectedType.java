package coldbench.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** The failure of an expression that gives another type than its field takes. */
final class UnexpectedType {
  private UnexpectedType() {}

  static StateFailure failure(
      Expression expression, EvaluationContext values, String expected, JsonNode value) {
    return expression.failure(
        values,
        "returned an unexpected result type. Expected '%s', but was '%s' for value: %s"
            .formatted(expected, value.getNodeType().name().toLowerCase(Locale.ROOT), value));
  }
}

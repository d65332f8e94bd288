package coldbench.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The field {@code ErrorEquals} and where its wildcard may stand. */
final class ErrorNames {
  private ErrorNames() {}

  static List<String> read(Fields fields) {
    JsonNode value = fields.required("ErrorEquals");
    List<String> names = new ArrayList<>();
    for (JsonNode name : value) {
      names.add(name.isTextual() ? name.textValue() : "");
    }
    if (!value.isArray() || names.isEmpty() || names.contains("")) {
      throw fields.invalid(
          "ErrorEquals", "is %s, allowed is a list of error names".formatted(value));
    }
    if (names.contains(StateFailure.ALL) && names.size() > 1) {
      throw fields.invalid("ErrorEquals", "has more than States.ALL, which has to stand alone");
    }
    return names;
  }

  /** States.ALL is for what the entries before it left over. */
  static void checkLast(List<List<String>> entries, Fields state, String field) {
    for (int i = 0; i < entries.size() - 1; i++) {
      if (entries.get(i).contains(StateFailure.ALL)) {
        throw state.invalid(field, "has States.ALL before the last entry, allowed is the last one");
      }
    }
  }
}

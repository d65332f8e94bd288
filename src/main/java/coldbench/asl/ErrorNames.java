package coldbench.asl;

import coldbench.json.JsonObject;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The field {@code ErrorEquals} and where its wildcard may stand. */
final class ErrorNames {
  private static final String EXPECTED = "a list of error names";

  private ErrorNames() {}

  static List<String> read(JsonObject fields) {
    JsonNode value = fields.required("ErrorEquals", EXPECTED);
    List<String> names = new ArrayList<>();
    for (JsonNode name : value) {
      names.add(name.isTextual() ? name.textValue() : "");
    }
    if (!value.isArray() || names.isEmpty() || names.contains("")) {
      throw fields.unexpected("ErrorEquals", EXPECTED);
    }
    if (names.contains(StateFailure.ALL) && names.size() > 1) {
      throw fields.invalid("ErrorEquals", "has States.ALL among others, expected it alone");
    }
    return names;
  }

  /** States.ALL is for what the entries before it left over. */
  static void checkLast(List<List<String>> entries, JsonObject state, String field) {
    for (int i = 0; i < entries.size() - 1; i++) {
      if (entries.get(i).contains(StateFailure.ALL)) {
        throw state.invalid(
            field, "has States.ALL before the last entry, expected it in the last one only");
      }
    }
  }
}

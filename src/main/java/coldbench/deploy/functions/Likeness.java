package coldbench.deploy.functions;

import coldbench.json.JsonObject;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Completes entries that say {@code "like": "label"} and only what differs: a field that is there
 * replaces the other's, null takes it away, and variables are merged one by one (RFC 7396).
 */
final class Likeness {
  static final String FIELD = "like";

  private final Map<String, ObjectNode> byLabel = new LinkedHashMap<>();
  private final String origin;
  private final List<String> problems;

  /**
   * @param builtIn entries that are there without being listed, by label
   * @param origin where the list stands, for messages
   */
  Likeness(Map<String, ObjectNode> builtIn, JsonNode list, String origin, List<String> problems) {
    this.origin = origin;
    this.problems = problems;
    byLabel.putAll(builtIn);
    for (JsonNode entry : list) {
      if (entry instanceof ObjectNode object && entry.path("label").isTextual()) {
        byLabel.putIfAbsent(entry.path("label").textValue(), object);
      }
    }
  }

  /** The entry with what it takes over; as it is where it is like none. */
  JsonNode complete(JsonNode entry) {
    return entry instanceof ObjectNode object && entry.has(FIELD)
        ? complete(object, new HashSet<>())
        : entry;
  }

  private ObjectNode complete(ObjectNode entry, Set<String> seen) {
    if (!entry.has(FIELD)) {
      return entry;
    }
    JsonNode like = entry.get(FIELD);
    ObjectNode base = byLabel.get(like.asText());
    if (!like.isTextual() || base == null || !seen.add(like.asText())) {
      problems.add(
          "functions in %s has an entry like %s, expected the label of another function (%s), and no circle: correct it there"
              .formatted(origin, JsonObject.shown(like), String.join(", ", byLabel.keySet())));
      return entry;
    }
    ObjectNode whole = complete(base, seen).deepCopy();
    whole.remove("label");
    merge(whole, entry);
    return whole;
  }

  private static void merge(ObjectNode whole, ObjectNode changes) {
    for (Map.Entry<String, JsonNode> change : changes.properties()) {
      String field = change.getKey();
      JsonNode value = change.getValue();
      if (value.isNull()) {
        whole.remove(field);
      } else if (field.equals("environment")
          && value instanceof ObjectNode variables
          && whole.get(field) instanceof ObjectNode before) {
        merge(before, variables);
      } else {
        whole.set(field, value);
      }
    }
  }
}

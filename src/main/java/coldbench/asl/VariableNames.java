package coldbench.asl;

import coldbench.json.JsonObject;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/**
 * The names of the variables that workflows assign, so that an inner one does not hide an outer one
 * where it seems to change it.
 *
 * @param outer those of the workflows around this one
 * @param own those of this one
 */
record VariableNames(Set<String> outer, Set<String> own) {
  static final VariableNames NONE = new VariableNames(Set.of(), Set.of());

  /** For a workflow with these states, inside the one that this is for. */
  VariableNames with(JsonNode states) {
    Set<String> around = new HashSet<>(outer);
    around.addAll(own);
    Set<String> assigned = new HashSet<>();
    for (JsonNode state : states) {
      collect(state, assigned);
      state.path("Choices").forEach(rule -> collect(rule, assigned));
      state.path("Catch").forEach(catcher -> collect(catcher, assigned));
    }
    return new VariableNames(Set.copyOf(around), Set.copyOf(assigned));
  }

  private static void collect(JsonNode assigning, Set<String> names) {
    assigning.path("Assign").fieldNames().forEachRemaining(names::add);
  }

  void checkNotOuter(JsonObject assign, String name) {
    if (outer.contains(name)) {
      throw assign.invalid(
          name,
          "is a variable of the workflow around this one, expected another name: it can only be read");
    }
  }
}

package coldbench.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a state is left: by its own end, by a rule of a Choice or by a Catch.
 *
 * @param assign {@code Assign}, by variable
 * @param output {@code Output}
 * @param next {@code Next}, empty where {@code End} is true
 * @see <a href="https://states-language.net/spec.html#assigning-variables">Assigning variables</a>
 */
record Exit(Map<String, Template> assign, Optional<Template> output, Optional<String> next) {

  /**
   * Evaluates both fields with the variables as they were when the state was entered, then assigns.
   *
   * @param otherwise the output where there is no {@code Output}
   */
  Transition take(StateExecution visit, EvaluationContext values, JsonNode otherwise)
      throws StateFailure {
    Map<String, JsonNode> assigned = new LinkedHashMap<>();
    for (Map.Entry<String, Template> variable : assign.entrySet()) {
      assigned.put(variable.getKey(), variable.getValue().evaluate(values));
    }
    visit.scope().variables().checkRoomFor(assigned, visit.stateName());
    JsonNode out = output.isPresent() ? output.get().evaluate(values) : otherwise;
    Payload.within(out, visit.stateName());
    visit.scope().variables().assign(assigned);
    return new Transition(next, out, assigned);
  }
}

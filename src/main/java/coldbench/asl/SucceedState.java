package coldbench.asl;

import coldbench.json.JsonObject;
import java.util.Map;
import java.util.Optional;

/**
 * Ends its workflow well.
 *
 * @see <a href="https://states-language.net/spec.html#succeed-state">Succeed state</a>
 */
record SucceedState(String name, Optional<Template> output) implements State {
  static SucceedState read(String name, JsonObject fields) {
    return new SucceedState(name, Template.read(fields, "Output"));
  }

  @Override
  public String type() {
    return "Succeed";
  }

  @Override
  public Transition run(StateExecution visit) throws StateFailure {
    return new Exit(Map.of(), output, Optional.empty()).take(visit, visit.values(), visit.input());
  }
}

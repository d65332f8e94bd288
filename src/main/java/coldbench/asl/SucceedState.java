package coldbench.asl;

import java.util.Map;
import java.util.Optional;

/**
 * Ends its workflow well.
 *
 * @see <a href="https://states-language.net/spec.html#succeed-state">Succeed state</a>
 */
record SucceedState(String name, Optional<Template> output) implements State {
  static SucceedState read(String name, Fields fields) {
    return new SucceedState(name, fields.template("Output"));
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

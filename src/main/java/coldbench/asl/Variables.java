package coldbench.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The variables of one workflow: those of the machine, of one item of a Map, of one branch of a
 * Parallel. Outer ones can be read from inside, and are not written from there.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html">
 *     Passing data between states with variables</a>
 */
final class Variables {
  private final Optional<Variables> outer;
  private final Map<String, JsonNode> own = new HashMap<>();

  /** The variables of an execution, none yet. */
  Variables() {
    this.outer = Optional.empty();
  }

  private Variables(Variables outer) {
    this.outer = Optional.of(outer);
  }

  /** A scope inside this one. */
  Variables inner() {
    return new Variables(this);
  }

  Optional<JsonNode> get(String name) {
    JsonNode value = own.get(name);
    return value != null ? Optional.of(value) : outer.flatMap(scope -> scope.get(name));
  }

  void assign(Map<String, JsonNode> values) {
    own.putAll(values);
  }
}

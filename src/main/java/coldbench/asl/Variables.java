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
  /** What an execution's variables may hold, in bytes of JSON in UTF-8. */
  private static final long MAX_BYTES = 10 << 20;

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

  /**
   * Fails where a state assigns more than 256 KiB, or an execution would hold more than 10 MiB.
   *
   * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html">Quotas
   *     related to variables</a>
   */
  void checkRoomFor(Map<String, JsonNode> values, String state) throws StateFailure {
    long assigned = values.values().stream().mapToLong(Payload::bytes).sum();
    if (assigned > Payload.MAX_BYTES
        || (assigned > 0 && assigned + bytesBeside(values) > MAX_BYTES)) {
      throw new StateFailure(
          StateFailure.DATA_LIMIT,
          "The state '"
              + state
              + "' assigned variables with a size exceeding the maximum number of bytes service"
              + " limit.");
    }
  }

  private long bytesBeside(Map<String, JsonNode> values) {
    long outside = outer.isPresent() ? outer.get().bytesBeside(Map.of()) : 0;
    return own.entrySet().stream()
            .filter(variable -> !values.containsKey(variable.getKey()))
            .mapToLong(variable -> Payload.bytes(variable.getValue()))
            .sum()
        + outside;
  }

  void assign(Map<String, JsonNode> values) {
    own.putAll(values);
  }
}

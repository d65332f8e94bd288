package coldbench.asl;

import java.util.Set;
import java.util.TreeSet;

/**
 * The fields that {@code $states} has where an expression stands. The service refuses a definition
 * that reads another one.
 *
 * @see <a href="https://states-language.net/spec.html#reserved-variable-states">Reserved variable:
 *     $states</a>
 */
enum StatesFields {
  /** In most fields. */
  BEFORE("context", "input"),

  /** In {@code Assign} and {@code Output} of states that have a result. */
  WITH_RESULT("context", "input", "result"),

  /** In {@code Assign} and {@code Output} of a catcher. */
  WITH_ERROR("context", "errorOutput", "input");

  private final Set<String> names;

  StatesFields(String... names) {
    this.names = new TreeSet<>(Set.of(names));
  }

  Set<String> names() {
    return names;
  }
}

package coldbench.asl;

import java.util.List;

/**
 * The fields that {@code $states} has where an expression stands. The service refuses a definition
 * that reads another one.
 *
 * @see <a href="https://states-language.net/spec.html#reserved-variable-states">Reserved variable:
 *     $states</a>
 */
enum StatesFields {
  /** In most fields. */
  BEFORE,

  /** In {@code Assign} and {@code Output} of states that have a result. */
  WITH_RESULT,

  /** In {@code Assign} and {@code Output} of a catcher. */
  WITH_ERROR;

  List<String> names() {
    return switch (this) {
      case BEFORE -> List.of("context", "input");
      case WITH_RESULT -> List.of("context", "input", "result");
      case WITH_ERROR -> List.of("context", "errorOutput", "input");
    };
  }
}

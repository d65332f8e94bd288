package coldbench.asl;

import com.dashjoin.jsonata.Jsonata;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The limits of one evaluation, as they were measured on AWS in August 2026: 100 levels, and a
 * memory that holds the numbers from 1 to 873,782 or a text of 2<sup>22</sup> characters, but not
 * one number more nor a text of 2<sup>23</sup>. Counted here is what a single value holds, eight
 * bytes an item, one a character. JSONata's own bounds count wrongly in an object of several
 * members.
 *
 * @see <a href="https://github.com/floci-io/floci/issues/2737">The measurements</a>
 */
final class EvaluationBounds {
  static final int MAX_DEPTH = 100;
  private static final int ITEM_BYTES = 8;
  private static final long MAX_HELD_BYTES = 873_782L * ITEM_BYTES;
  private static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(60);

  /** How many steps go by between two looks at the time. */
  private static final int STEPS = 1_024;

  private final long start = System.nanoTime();
  private int depth;
  private int deepest;
  private int steps;

  /** An evaluation went beyond a limit; the message is the service's. */
  static final class ExceededException extends RuntimeException {
    ExceededException(String message) {
      super(message, null, false, false);
    }
  }

  /** Bounds the evaluation that uses this frame. */
  static EvaluationBounds set(Jsonata.Frame frame) {
    EvaluationBounds bounds = new EvaluationBounds();
    frame.setEvaluateEntryCallback((expression, input, environment) -> bounds.enter());
    frame.setEvaluateExitCallback((expression, input, environment, result) -> bounds.exit(result));
    return bounds;
  }

  /** How many levels deep the evaluation has been. */
  int deepest() {
    return deepest;
  }

  /** How many steps it has taken. */
  int steps() {
    return steps;
  }

  private void enter() {
    depth++;
    deepest = Math.max(deepest, depth);
    if (depth > MAX_DEPTH) {
      throw new ExceededException(
          "Stack overflow error: Check for non-terminating recursive function. Consider rewriting"
              + " as tail-recursive.");
    }
    if (++steps % STEPS == 0 && System.nanoTime() - start > MAX_NANOS) {
      throw new ExceededException("Expression evaluation timeout: Check for infinite loop");
    }
  }

  private void exit(@Nullable Object result) {
    depth--;
    if (result instanceof String text) {
      checkHeld(text.length());
    } else if (result instanceof List<?> list) {
      checkHeldItems(list.size());
    }
  }

  /** Refuses a list of so many items. */
  static void checkHeldItems(int items) {
    checkHeld((long) ITEM_BYTES * items);
  }

  /** Refuses a value of so many bytes, before it is made if possible. */
  static void checkHeld(long bytes) {
    if (bytes > MAX_HELD_BYTES) {
      throw new ExceededException(
          "Expression evaluation memory limit exceeded: Check for excessive memory usage");
    }
  }
}

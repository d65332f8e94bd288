package coldbench.asl;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.util.concurrent.TimeUnit;

/**
 * Ends an expression that never ends. JSONata's own bounds count wrongly in an object of several
 * members, and would end long ones that are sound.
 */
final class EvaluationBounds {
  private static final int MAX_DEPTH = 1_000;
  private static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(60);

  /** How many steps go by between two looks at the time. */
  private static final int STEPS = 1_024;

  private final long start = System.nanoTime();
  private int depth;
  private int steps;

  private EvaluationBounds() {}

  /** Bounds the evaluation that uses this frame. */
  static void set(Jsonata.Frame frame) {
    EvaluationBounds bounds = new EvaluationBounds();
    frame.setEvaluateEntryCallback((expression, input, environment) -> bounds.enter());
    frame.setEvaluateExitCallback((expression, input, environment, result) -> bounds.depth--);
  }

  private void enter() {
    if (++depth > MAX_DEPTH) {
      throw new JException("U1001: nested deeper than " + MAX_DEPTH, -1);
    }
    if (++steps % STEPS == 0 && System.nanoTime() - start > MAX_NANOS) {
      throw new JException("U1001: evaluated for longer than a minute", -1);
    }
  }
}

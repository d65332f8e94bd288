package coldbench.analysis;

import java.util.OptionalDouble;

/**
 * What the function itself measured while it answered, in milliseconds with six digits.
 *
 * @param computeMs Fibonacci(n)
 * @param allocMs the array or list of squares
 * @param totalMs both, as the function saw them
 */
public record HandlerTimes(
    OptionalDouble computeMs, OptionalDouble allocMs, OptionalDouble totalMs) {
  /** Of an answer that told nothing. */
  public static final HandlerTimes UNTOLD =
      new HandlerTimes(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
}

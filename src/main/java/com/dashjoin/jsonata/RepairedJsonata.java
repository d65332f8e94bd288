package com.dashjoin.jsonata;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An expression whose operators answer as jsonata-js's do, where the library's do otherwise. It is
 * in the library's package, since its operators are visible nowhere else; its version is pinned.
 */
public final class RepairedJsonata extends Jsonata {
  private final Function<Object, String> text;

  /**
   * Parses it.
   *
   * @param text what a value is beside {@code &}
   */
  public RepairedJsonata(String expression, Function<Object, String> text) {
    super(expression);
    this.text = text;
  }

  private RepairedJsonata(RepairedJsonata other) {
    super(other);
    this.text = other.text;
  }

  @Override
  Jsonata getPerThreadInstance() {
    Jsonata ofThisThread = current.get();
    if (ofThisThread == null) {
      ofThisThread = new RepairedJsonata(this);
      current.set(ofThisThread);
    }
    return ofThisThread;
  }

  @Override
  Object evaluateStringConcat(@Nullable Object left, @Nullable Object right) {
    return textOf(left) + textOf(right);
  }

  private String textOf(@Nullable Object value) {
    return value == null ? "" : text.apply(value);
  }

  /** A number beyond all bounds is one; only what goes on calculating with it fails. */
  @Override
  @Nullable Object evaluateNumericExpression(
      @Nullable Object left, @Nullable Object right, String operator) {
    if (left instanceof Number x && right instanceof Number y) {
      double result = calculated(x.doubleValue(), y.doubleValue(), operator);
      if (Double.isInfinite(result)
          && Double.isFinite(x.doubleValue())
          && Double.isFinite(y.doubleValue())) {
        return result;
      }
    }
    return super.evaluateNumericExpression(left, right, operator);
  }

  private static double calculated(double x, double y, String operator) {
    return switch (operator) {
      case "+" -> x + y;
      case "-" -> x - y;
      case "*" -> x * y;
      case "/" -> x / y;
      default -> Double.NaN;
    };
  }
}

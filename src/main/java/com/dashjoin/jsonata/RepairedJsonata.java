package com.dashjoin.jsonata;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;
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

  /** A number that JSON has no form for is one; only what goes on calculating with it fails. */
  @Override
  @Nullable Object evaluateNumericExpression(
      @Nullable Object left, @Nullable Object right, String operator) {
    if (left instanceof Number x && right instanceof Number y && isNumeric(x) && isNumeric(y)) {
      double result = calculated(x.doubleValue(), y.doubleValue(), operator);
      return Double.isFinite(result) ? Utils.convertNumber(result) : result;
    }
    return super.evaluateNumericExpression(left, right, operator);
  }

  private static boolean isNumeric(Number number) {
    return Double.isFinite(number.doubleValue());
  }

  private static double calculated(double x, double y, String operator) {
    return switch (operator) {
      case "+" -> x + y;
      case "-" -> x - y;
      case "*" -> x * y;
      case "/" -> x / y;
      case "%" -> x % y;
      default -> throw new IllegalArgumentException(operator);
    };
  }

  /** NaN is neither less nor greater, nor equal. */
  @Override
  @Nullable Object evaluateComparisonExpression(
      @Nullable Object left, @Nullable Object right, String operator) {
    if (!(left instanceof Number x) || !(right instanceof Number y)) {
      boolean comparable = isComparable(left) && isComparable(right);
      if (comparable && (left instanceof Number) != (right instanceof Number)) {
        throw new JException("T2009", -1, List.of(left, right), operator);
      }
      return super.evaluateComparisonExpression(left, right, operator);
    }
    double a = x.doubleValue();
    double b = y.doubleValue();
    return switch (operator) {
      case "<" -> a < b;
      case "<=" -> a <= b;
      case ">" -> a > b;
      case ">=" -> a >= b;
      default -> throw new IllegalArgumentException(operator);
    };
  }

  private static boolean isComparable(@Nullable Object value) {
    return value instanceof Number || value instanceof String;
  }

  @Override
  Object evaluateEqualityExpression(
      @Nullable Object left, @Nullable Object right, String operator) {
    return left != null && right != null && equal(left, right) == operator.equals("=");
  }

  /** Whether two values are the same to JSONata, numbers of any of Java's types. */
  public static boolean equal(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Number x && right instanceof Number y) {
      return x.doubleValue() == y.doubleValue();
    } else if (left instanceof List<?> x && right instanceof List<?> y) {
      return x.size() == y.size()
          && IntStream.range(0, x.size()).allMatch(i -> equal(x.get(i), y.get(i)));
    } else if (left instanceof Map<?, ?> x && right instanceof Map<?, ?> y) {
      return x.keySet().equals(y.keySet())
          && x.keySet().stream().allMatch(key -> equal(x.get(key), y.get(key)));
    }
    return Objects.equals(left, right);
  }

  @Override
  @SuppressWarnings("rawtypes") // As the library has it.
  Object evaluateBooleanExpression(@Nullable Object left, Callable right, String operator)
      throws Exception {
    boolean and = operator.equals("and");
    return isTrue(left) == and ? isTrue(right.call()) : !and;
  }

  @Override
  @Nullable Object evaluateCondition(
      Parser.Symbol condition, @Nullable Object input, Frame environment) {
    if (isTrue(evaluate(condition.condition, input, environment))) {
      return evaluate(condition.then, input, environment);
    }
    return condition._else == null ? null : evaluate(condition._else, input, environment);
  }

  private static boolean isTrue(@Nullable Object value) {
    return Boolean.TRUE.equals(truth(value));
  }

  /** What a value is to {@code $boolean}: NaN is false, and infinity an error, as in jsonata-js. */
  public static @Nullable Boolean truth(@Nullable Object value) {
    if (value instanceof Number number) {
      return Utils.isNumeric(number) && number.doubleValue() != 0;
    } else if (value instanceof List<?> list) {
      // Each is asked, also behind a true one, as infinity is an error wherever it stands.
      return list.stream().filter(RepairedJsonata::isTrue).count() > 0;
    }
    return Functions.toBoolean(value);
  }
}

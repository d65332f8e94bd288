package com.dashjoin.jsonata;

import com.dashjoin.jsonata.Utils.JList;
import java.util.ArrayList;
import java.util.HashMap;
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
    super(withParser(expression));
    this.text = text;
  }

  private static String withParser(String expression) {
    RepairedParser.use();
    return expression;
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

  @Override
  @Nullable Object evaluateFunction(
      Parser.Symbol call, @Nullable Object input, Frame environment, Object applied) {
    try {
      return super.evaluateFunction(call, input, environment, applied);
    } catch (ArgumentException e) {
      e.name(nameOf(call.procedure));
      throw e;
    } catch (JException e) {
      if (e.error.equals("T1010") && e.current == null) {
        e.current = nameOf(call.procedure);
      }
      throw e;
    }
  }

  private static @Nullable Object nameOf(Parser.Symbol procedure) {
    return procedure.type.equals("path") ? procedure.steps.get(0).value : procedure.value;
  }

  /** Calls a function, and those in whose calls functions end, one after the other. */
  @Override
  @Nullable Object apply(
      @Nullable Object function, Object arguments, @Nullable Object input, Object environment) {
    Object result = applyInner(function, arguments, input, environment);
    while (result instanceof Parser.Symbol last && last.thunk) {
      Parser.Symbol call = last.body;
      Object next = evaluate(call.procedure, last.input, last.environment);
      if (next == null) {
        throw new JException("T1006", call.position);
      }
      List<@Nullable Object> values = new ArrayList<>();
      for (Parser.Symbol argument : call.arguments) {
        values.add(evaluate(argument, last.input, last.environment));
      }
      try {
        result = applyInner(next, values, input, environment);
      } catch (ArgumentException e) {
        if (call.procedure.type.equals("variable")) {
          e.name(call.procedure.value);
        }
        throw e;
      }
    }
    return result;
  }

  /** An argument that is left out is missing later, too; the library waits for it. */
  @Override
  Object partialApplyProcedure(Parser.Symbol function, List<Parser.Symbol> arguments) {
    Parser.Symbol partial = (Parser.Symbol) super.partialApplyProcedure(function, arguments);
    List<Parser.Symbol> parameters = function.arguments;
    for (int i = arguments.size(); i < parameters.size(); i++) {
      partial.environment.bind((String) parameters.get(i).value, (Object) null);
      partial.arguments.remove(parameters.get(i));
    }
    return partial;
  }

  @Override
  Object evaluateTransformExpression(
      Parser.Symbol transform, @Nullable Object input, Frame environment) {
    JFunction function =
        (JFunction) super.evaluateTransformExpression(transform, input, environment);
    return CheckedFunction.of("transform", function);
  }

  /** A number that JSON has no form for is one; only what goes on calculating with it fails. */
  @Override
  @Nullable Object evaluateNumericExpression(
      @Nullable Object left, @Nullable Object right, String operator) {
    if (left instanceof Number x && right instanceof Number y && isNumeric(x) && isNumeric(y)) {
      return whole(calculated(x.doubleValue(), y.doubleValue(), operator));
    }
    return super.evaluateNumericExpression(left, right, operator);
  }

  /** The number as an integer where it is a whole one, but for zero with its sign. */
  public static Number whole(Number number) {
    double value = number.doubleValue();
    boolean negativeZero = value == 0 && 1 / value < 0;
    return !Double.isFinite(value) || negativeZero ? value : Utils.convertNumber(number);
  }

  @Override
  @Nullable Object evaluateUnary(Parser.Symbol unary, @Nullable Object input, Frame environment) {
    if (!String.valueOf(unary.value).equals("-")) {
      return super.evaluateUnary(unary, input, environment);
    }
    Object value = evaluate(unary.expression, input, environment);
    if (value != null && !Utils.isNumeric(value)) {
      throw new JException("D1002", unary.position, unary.value, value);
    }
    return value == null ? null : whole(-((Number) value).doubleValue());
  }

  @Override
  @Nullable Object evaluateRangeExpression(@Nullable Object first, @Nullable Object last) {
    return super.evaluateRangeExpression(unsigned(first), unsigned(last));
  }

  private static @Nullable Object unsigned(@Nullable Object value) {
    return value instanceof Double number && number == 0 ? Integer.valueOf(0) : value;
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

  /** NaN is no index and not true, and an index is rounded down, below zero as well. */
  @Override
  Object evaluateFilter(Object filter, @Nullable Object input, Frame environment) {
    Parser.Symbol predicate = (Parser.Symbol) filter;
    List<?> items = input instanceof List<?> list ? list : Utils.createSequence(input);
    boolean tuples = input instanceof JList<?> list && list.tupleStream;
    JList<@Nullable Object> held = (JList<@Nullable Object>) Utils.createSequence();
    held.tupleStream = tuples;
    if (predicate.type.equals("number")) {
      int index = index(predicate.value, items.size());
      Object item = index >= 0 && index < items.size() ? items.get(index) : null;
      if (item instanceof List<?>) {
        return item;
      } else if (item != null) {
        held.add(item);
      }
      return held;
    }
    for (int i = 0; i < items.size(); i++) {
      Object item = items.get(i);
      Object answer = evaluated(predicate, item, tuples, environment);
      for (int times = held(answer, i, items.size()); times > 0; times--) {
        held.add(item);
      }
    }
    return held;
  }

  /** How often an item is held: once for each number that is its index, or for what is true. */
  private static int held(@Nullable Object answer, int index, int size) {
    List<?> numbers = answer instanceof List<?> list ? list : Utils.createSequence(answer);
    return Utils.isArrayOfNumbers(numbers)
        ? (int) numbers.stream().filter(number -> index(number, size) == index).count()
        : isTrue(answer) ? 1 : 0;
  }

  /** The index that a number is for, which counts from the end where it is negative. */
  private static int index(@Nullable Object number, int size) {
    int index = (int) Math.floor(((Number) Objects.requireNonNull(number)).doubleValue());
    return index < 0 ? size + index : index;
  }

  /** As jsonata-js merges, so that NaN ends up where it does there. */
  @Override
  Object evaluateSortExpression(Parser.Symbol sort, Object input, Frame environment) {
    List<?> items = (List<?>) input;
    boolean tuples = input instanceof JList<?> list && list.tupleStream;
    return items.size() <= 1
        ? items
        : MergeSort.sorted(
            items, (left, right) -> isBehind(sort, left, right, tuples, environment));
  }

  private boolean isBehind(
      Parser.Symbol sort, Object left, Object right, boolean tuples, Frame environment) {
    for (Parser.Symbol term : sort.terms) {
      Object a = evaluated(term.expression, left, tuples, environment);
      Object b = evaluated(term.expression, right, tuples, environment);
      if (a == null || b == null) {
        if (a != b) {
          return a == null;
        }
      } else if (!isComparable(a) || !isComparable(b)) {
        throw new JException("T2008", sort.position, a, b);
      } else if (a instanceof Number != b instanceof Number) {
        throw new JException("T2007", sort.position, a, b);
      } else if (!equal(a, b)) {
        boolean less =
            a instanceof Number x
                ? x.doubleValue() < ((Number) b).doubleValue()
                : ((String) a).compareTo((String) b) < 0;
        return less == term.descending;
      }
    }
    return false;
  }

  /** What an expression is for an item, whose variables it sees if the item is a tuple. */
  private @Nullable Object evaluated(
      Parser.Symbol expression, Object item, boolean tuples, Frame environment) {
    if (!tuples) {
      return evaluate(expression, item, environment);
    }
    @SuppressWarnings("unchecked") // As the library has its tuples.
    Map<String, Object> tuple = (Map<String, Object>) item;
    return evaluate(expression, tuple.get("@"), createFrameFromTuple(environment, tuple));
  }

  /** An order over a list that is written out has no tuples before it, nor always an index. */
  @Override
  @SuppressWarnings({"rawtypes", "unchecked"}) // As the library has its tuples.
  Object evaluateTupleStep(
      Parser.Symbol step, List input, @Nullable List<Map> tuples, Frame environment) {
    if (!step.type.equals("sort") || tuples != null) {
      return super.evaluateTupleStep(step, input, tuples, environment);
    }
    List<Object> sorted = (List<Object>) evaluateSortExpression(step, input, environment);
    JList<Object> result = (JList<Object>) Utils.createSequence();
    result.tupleStream = true;
    for (int i = 0; i < sorted.size(); i++) {
      Map<String, Object> tuple = new HashMap<>();
      tuple.put("@", sorted.get(i));
      if (step.index != null) {
        tuple.put((String) step.index, i);
      }
      result.add(tuple);
    }
    return step.stages == null ? result : evaluateStages(step.stages, result, environment);
  }

  /** A function is an object to a condition, unlike to {@code $boolean}. */
  public static boolean isTrue(@Nullable Object value) {
    return isFunction(value) || Boolean.TRUE.equals(truth(value));
  }

  private static boolean isFunction(@Nullable Object value) {
    return value instanceof JFunction || value instanceof Parser.Symbol;
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

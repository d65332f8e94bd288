package coldbench.asl;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.RepairedJsonata;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * The functions of numbers, infinity and NaN among them, which the library loses. Its answers are
 * doubles, which are no whole numbers to its own range operator and not equal to the same numbers
 * in a list or an object.
 *
 * @see <a href="https://docs.jsonata.org/numeric-functions">Numeric functions</a>
 */
final class NumberFunctions {
  /** JSON's numbers, and those with a base that the library reads. */
  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]+(\\.[0-9]+)?([Ee][-+]?[0-9]+)?|0x[0-9A-Fa-f]+|0O[0-7]+|0B[01]+");

  private static final Pattern DECIMAL = Pattern.compile("[-+.0-9Ee]+");

  /** The symbols of {@code $formatNumber} that may be longer than a character. */
  private static final Set<String> LONG_SYMBOLS = Set.of("infinity", "NaN");

  private static final Double NAN = Double.NaN;

  private NumberFunctions() {}

  static void define(Map<String, JFunction> functions) {
    aggregate(functions, "sum", NumberFunctions::sum);
    aggregate(functions, "max", list -> list.isEmpty() ? null : doubles(list).max().getAsDouble());
    aggregate(functions, "min", list -> list.isEmpty() ? null : doubles(list).min().getAsDouble());
    aggregate(functions, "average", list -> list.isEmpty() ? null : sum(list) / list.size());
    arithmetic(functions, "floor", "<n-:n>", (x, y) -> Functions.floor(x));
    arithmetic(functions, "ceil", "<n-:n>", (x, y) -> Functions.ceil(x));
    arithmetic(functions, "round", "<n-n?:n>", NumberFunctions::round);
    arithmetic(functions, "abs", "<n-:n>", (x, y) -> Functions.abs(x));
    arithmetic(functions, "sqrt", "<n-:n>", (x, y) -> Functions.sqrt(x));
    arithmetic(functions, "power", "<n-n:n>", (x, y) -> Functions.power(x, y == null ? NAN : y));
    StepFunctionsLibrary.define(
        functions, "parseInteger", "<s-s:n>", (in, args) -> parseInteger(args));
    StepFunctionsLibrary.define(functions, "number", "<(nsb)-:n>", (in, args) -> number(args));
    finite(functions, "formatNumber", "<n-so?:s>", NumberFunctions::formatNumber);
    finite(
        functions,
        "formatBase",
        "<n-n?:s>",
        (x, args) -> Functions.formatBase(x, finite("formatBase", args, 1)));
    finite(
        functions,
        "formatInteger",
        "<n-s:s>",
        (x, args) -> Functions.formatInteger(x, text(args, 1)));
    finite(
        functions,
        "fromMillis",
        "<n-s?s?:s>",
        (x, args) -> TimePictures.format(x, text(args, 1), text(args, 2)));
  }

  /** A number made of two, the second of which may be missing. */
  private interface Arithmetic {
    @Nullable Number apply(Number x, @Nullable Number y);
  }

  private static void arithmetic(
      Map<String, JFunction> functions, String name, String signature, Arithmetic body) {
    define(
        functions,
        name,
        signature,
        args -> argument(args, 0),
        (x, args) -> whole(body.apply(x, argument(args, 1))));
  }

  private interface Aggregate {
    @Nullable Number apply(List<Number> numbers);
  }

  private static void aggregate(Map<String, JFunction> functions, String name, Aggregate body) {
    define(
        functions,
        name,
        "<a<n>:n>",
        args -> JsonataRepairs.<Number>items(args),
        (numbers, args) -> whole(body.apply(numbers)));
  }

  /** What a function does with its first argument, and with all of them. */
  private interface Body<T> {
    @Nullable Object apply(T first, List<?> args) throws Throwable;
  }

  /** Defines a function that refuses what JSON has no form for. */
  private static void finite(
      Map<String, JFunction> functions, String name, String signature, Body<Number> body) {
    define(functions, name, signature, args -> finite(name, args, 0), body);
  }

  /** Defines a function that answers with nothing where its first argument is missing. */
  private static <T> void define(
      Map<String, JFunction> functions,
      String name,
      String signature,
      Function<List<?>, @Nullable T> first,
      Body<T> body) {
    StepFunctionsLibrary.define(
        functions,
        name,
        signature,
        (in, args) -> {
          T x = first.apply(args);
          return x == null ? null : body.apply(x, args);
        });
  }

  /** An argument of a function, which is not infinity and not NaN. */
  static @Nullable Number finite(String function, List<?> args, int index) {
    Number number = argument(args, index);
    if (number != null && !isFinite(number)) {
      throw new JException(
          "$%s: argument %d is %s, expected a number that JSON has a form for"
              .formatted(function, index + 1, number),
          -1);
    }
    return number;
  }

  private static @Nullable Number argument(List<?> args, int index) {
    return (Number) StepFunctionsLibrary.argument(args, index);
  }

  private static @Nullable String text(List<?> args, int index) {
    return (String) StepFunctionsLibrary.argument(args, index);
  }

  private static @Nullable Object formatNumber(Number x, List<?> args) {
    Map<?, ?> symbols = (Map<?, ?>) StepFunctionsLibrary.argument(args, 2);
    if (symbols != null) {
      symbols.forEach(NumberFunctions::checkSymbol);
    }
    Number unsigned = x.doubleValue() == 0 ? Integer.valueOf(0) : x;
    return Functions.formatNumber(unsigned, text(args, 1), symbols);
  }

  private static void checkSymbol(Object name, @Nullable Object symbol) {
    if (symbol instanceof String text && text.length() != 1 && !LONG_SYMBOLS.contains(name)) {
      throw new JException(
          "$formatNumber: %s is '%s', expected one character of the Basic Multilingual Plane"
              .formatted(name, text),
          -1);
    }
  }

  private static @Nullable Object parseInteger(List<?> args) throws ParseException {
    String picture = text(args, 1);
    if (picture != null && picture.codePoints().anyMatch(NumberFunctions::isOtherDigit)) {
      throw new JException(
          "$parseInteger: the picture is '%s', expected no digits but 0 to 9".formatted(picture),
          -1);
    }
    return whole(Functions.parseInteger(text(args, 0), picture));
  }

  private static boolean isOtherDigit(int character) {
    return character > '9' && Character.isDigit(character);
  }

  private static DoubleStream doubles(List<Number> numbers) {
    return numbers.stream().mapToDouble(Number::doubleValue);
  }

  /** One after the other: a stream of doubles sums more exactly than JavaScript. */
  private static double sum(List<Number> numbers) {
    double sum = 0;
    for (Number number : numbers) {
      sum += number.doubleValue();
    }
    return sum;
  }

  private static Number round(Number x, @Nullable Number precision) {
    double places = precision == null ? 0 : precision.doubleValue();
    if (places == 0 || Double.isNaN(places)) {
      return isFinite(x) ? Functions.round(x, 0) : x;
    }
    boolean defined = isFinite(x) && places == Math.rint(places) && Double.isFinite(places);
    return defined ? Functions.round(x, precision) : NAN;
  }

  /** The number as an integer where it is a whole one. */
  private static @Nullable Number whole(@Nullable Number number) {
    return number == null ? null : RepairedJsonata.whole(number);
  }

  /** The library reads more and less than JSON's numbers, and fails on others without a code. */
  private static @Nullable Number number(List<?> args) {
    Object value = StepFunctionsLibrary.argument(args, 0);
    if (value instanceof String text && (!NUMBER.matcher(text).matches() || isInfinite(text))) {
      throw new JException("D3030", -1, value);
    }
    return whole(Functions.number(value));
  }

  static boolean isFinite(Number number) {
    return Double.isFinite(number.doubleValue());
  }

  private static boolean isInfinite(String number) {
    return DECIMAL.matcher(number).matches() && Double.isInfinite(Double.parseDouble(number));
  }
}

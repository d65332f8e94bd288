package coldbench.asl;

import static com.dashjoin.jsonata.Functions.funcApply;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Utils;
import java.text.ParseException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JSONata functions whose answers in the library differ from those of jsonata-js. */
final class JsonataRepairs {
  /** JSON's numbers, and those with a base that the library reads. */
  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]+(\\.[0-9]+)?([Ee][-+]?[0-9]+)?|0x[0-9A-Fa-f]+|0O[0-7]+|0B[01]+");

  private static final Pattern DECIMAL = Pattern.compile("[-+.0-9Ee]+");

  private JsonataRepairs() {}

  /** Decides whether the left value belongs behind the right one. */
  private interface Behind {
    boolean test(Object left, Object right) throws Throwable;
  }

  static Map<String, JFunction> functions() {
    Map<String, JFunction> functions = new HashMap<>();
    StepFunctionsLibrary.define(functions, "sort", "<af?:a>", (in, args) -> sort(args));
    TextFunctions.define(functions);
    StepFunctionsLibrary.define(functions, "join", "<as?:s>", (in, args) -> join(args));
    StepFunctionsLibrary.define(functions, "merge", "<a:o>", (in, args) -> merge(args));
    // The library answers with a double, which is no whole number to its own range operator, and
    // is not equal to the same number in a list or an object.
    aggregate(functions, "sum", Functions::sum);
    aggregate(functions, "max", Functions::max);
    aggregate(functions, "min", Functions::min);
    aggregate(functions, "average", Functions::average);
    arithmetic(functions, "floor", "<n-:n>", (x, y) -> Functions.floor(x));
    arithmetic(functions, "ceil", "<n-:n>", (x, y) -> Functions.ceil(x));
    arithmetic(functions, "round", "<n-n?:n>", (x, y) -> isInfinite(x) ? x : Functions.round(x, y));
    arithmetic(functions, "abs", "<n-:n>", (x, y) -> Functions.abs(x));
    arithmetic(functions, "sqrt", "<n-:n>", (x, y) -> Functions.sqrt(x));
    arithmetic(functions, "power", "<n-n:n>", Functions::power);
    StepFunctionsLibrary.define(functions, "number", "<(nsb)-:n>", (in, args) -> number(args));
    StepFunctionsLibrary.define(functions, "toMillis", "<s-s?:n>", (in, args) -> toMillis(args));
    return functions;
  }

  /** A number made of two, the second of which may be missing. */
  private interface Arithmetic {
    @Nullable Number apply(@Nullable Number x, @Nullable Number y);
  }

  private static void arithmetic(
      Map<String, JFunction> functions, String name, String signature, Arithmetic body) {
    StepFunctionsLibrary.define(
        functions,
        name,
        signature,
        (in, args) -> whole(body.apply(number(args, 0), number(args, 1))));
  }

  private static void aggregate(
      Map<String, JFunction> functions,
      String name,
      Function<@Nullable List<Number>, @Nullable Number> body) {
    StepFunctionsLibrary.define(
        functions,
        name,
        "<a:n>",
        (in, args) -> whole(body.apply(items(args, Number.class, "numbers", name))));
  }

  private static @Nullable Number number(List<?> args, int index) {
    return (Number) StepFunctionsLibrary.argument(args, index);
  }

  /** The library's own check of such lists names neither the function nor the type. */
  private static <T> @Nullable List<T> items(
      List<?> args, Class<T> type, String types, String function) {
    if (!(StepFunctionsLibrary.argument(args, 0) instanceof List<?> list)) {
      return null;
    }
    for (Object item : list) {
      if (!type.isInstance(item)) {
        throw JsonataErrors.notAnArrayOf(types, function);
      }
    }
    return list.stream().map(type::cast).toList();
  }

  private static @Nullable Object join(List<?> args) {
    List<String> texts = items(args, String.class, "strings", "join");
    String separator = (String) StepFunctionsLibrary.argument(args, 1);
    return texts == null ? null : String.join(separator == null ? "" : separator, texts);
  }

  private static @Nullable Object merge(List<?> args) {
    return Functions.merge(items(args, Map.class, "objects", "merge"));
  }

  private static @Nullable Number whole(@Nullable Number number) {
    return number == null || isInfinite(number) ? number : Utils.convertNumber(number);
  }

  /** The library's own error has no code. */
  private static @Nullable Object toMillis(List<?> args) throws ParseException {
    String timestamp = (String) StepFunctionsLibrary.argument(args, 0);
    String picture = (String) StepFunctionsLibrary.argument(args, 1);
    try {
      return Functions.dateTimeToMillis(timestamp, picture);
    } catch (DateTimeException e) {
      throw new JException(e, "D3110", -1, timestamp, null);
    }
  }

  /** The library reads more and less than JSON's numbers, and fails on others without a code. */
  private static @Nullable Number number(List<?> args) {
    Object value = StepFunctionsLibrary.argument(args, 0);
    if (value instanceof String text && (!NUMBER.matcher(text).matches() || isInfinite(text))) {
      throw new JException("D3030", -1, value);
    }
    return whole(Functions.number(value));
  }

  private static boolean isInfinite(@Nullable Number number) {
    return number instanceof Double value && value.isInfinite();
  }

  private static boolean isInfinite(String number) {
    return DECIMAL.matcher(number).matches() && Double.isInfinite(Double.parseDouble(number));
  }

  /** A stable merge sort, which asks for nothing but the function's answer on two values. */
  private static @Nullable Object sort(List<?> args) throws Throwable {
    if (!(StepFunctionsLibrary.argument(args, 0) instanceof List<?> list)) {
      return null;
    }
    Object function = StepFunctionsLibrary.argument(args, 1);
    List<Object> values = new ArrayList<>(list);
    if (function != null) {
      return mergeSort(
          values, (left, right) -> Jsonata.boolize(funcApply(function, List.of(left, right))));
    } else if (Utils.isArrayOfStrings(values)) {
      return mergeSort(values, (left, right) -> ((String) left).compareTo((String) right) > 0);
    } else if (Utils.isArrayOfNumbers(values)) {
      return mergeSort(
          values, (left, right) -> ((Number) left).doubleValue() > ((Number) right).doubleValue());
    }
    throw new JException("D3070", -1);
  }

  private static List<Object> mergeSort(List<Object> values, Behind behind) throws Throwable {
    if (values.size() <= 1) {
      return values;
    }
    int middle = values.size() / 2;
    List<Object> left = mergeSort(values.subList(0, middle), behind);
    List<Object> right = mergeSort(values.subList(middle, values.size()), behind);
    List<Object> merged = new ArrayList<>(values.size());
    int l = 0;
    int r = 0;
    while (l < left.size() && r < right.size()) {
      merged.add(behind.test(left.get(l), right.get(r)) ? right.get(r++) : left.get(l++));
    }
    merged.addAll(left.subList(l, left.size()));
    merged.addAll(right.subList(r, right.size()));
    return merged;
  }
}

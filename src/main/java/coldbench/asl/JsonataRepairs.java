package coldbench.asl;

import static com.dashjoin.jsonata.Functions.funcApply;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.RepairedJsonata;
import com.dashjoin.jsonata.Utils;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.text.ParseException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSONata functions whose answers in the library differ from those of jsonata-js. */
final class JsonataRepairs {
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
    NumberFunctions.define(functions);
    PredicateFunctions.define(functions);
    StepFunctionsLibrary.define(functions, "clone", "<(oa)-:o>", (in, args) -> clone(args));
    StepFunctionsLibrary.define(functions, "boolean", "<x-:b>", (in, args) -> truth(args));
    StepFunctionsLibrary.define(functions, "not", "<x-:b>", (in, args) -> not(truth(args)));
    StepFunctionsLibrary.define(functions, "type", "<x:s>", (in, args) -> type(args));
    StepFunctionsLibrary.define(functions, "distinct", "<x:x>", (in, args) -> distinct(args));
    StepFunctionsLibrary.define(functions, "toMillis", "<s-s?:n>", (in, args) -> toMillis(args));
    return functions;
  }

  /** The library's own check of such lists names neither the function nor the type. */
  static <T> @Nullable List<T> items(List<?> args, Class<T> type, String types, String function) {
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

  /** JavaScript's own truth, which is all that is asked of a comparator. */
  private static boolean isTruthy(@Nullable Object value) {
    return value instanceof Number number
        ? Math.abs(number.doubleValue()) > 0
        : value != null && value != Jsonata.NULL_VALUE && !value.equals(false) && !value.equals("");
  }

  private static @Nullable Object clone(List<?> args) throws JsonProcessingException {
    Object value = StepFunctionsLibrary.argument(args, 0);
    return value == null ? null : StepFunctionsLibrary.ofJson(JsonText.of(value, false));
  }

  private static @Nullable Boolean truth(List<?> args) {
    return RepairedJsonata.truth(StepFunctionsLibrary.argument(args, 0));
  }

  private static @Nullable Boolean not(@Nullable Boolean truth) {
    return truth == null ? null : !truth;
  }

  /** NaN is of the last type that jsonata-js asks for. */
  private static @Nullable Object type(List<?> args) {
    Object value = StepFunctionsLibrary.argument(args, 0);
    return value instanceof Number && !Utils.isNumeric(value) ? "object" : Functions.type(value);
  }

  /** What the library's operator finds equal, its function does not. */
  private static @Nullable Object distinct(List<?> args) {
    Object value = StepFunctionsLibrary.argument(args, 0);
    if (!(value instanceof List<?> list) || list.size() <= 1) {
      return value;
    }
    List<Object> distinct = Utils.isSequence(list) ? Utils.createSequence() : new ArrayList<>();
    for (Object item : list) {
      if (distinct.stream().noneMatch(other -> RepairedJsonata.equal(item, other))) {
        distinct.add(item);
      }
    }
    return distinct;
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
          values, (left, right) -> isTruthy(funcApply(function, List.of(left, right))));
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

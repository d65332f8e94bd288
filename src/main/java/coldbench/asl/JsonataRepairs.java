package coldbench.asl;

import static com.dashjoin.jsonata.Functions.funcApply;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.MergeSort;
import com.dashjoin.jsonata.RepairedJsonata;
import com.dashjoin.jsonata.Utils;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSONata functions whose answers in the library differ from those of jsonata-js. */
final class JsonataRepairs {
  private JsonataRepairs() {}

  static Map<String, JFunction> functions() {
    Map<String, JFunction> functions = new HashMap<>();
    StepFunctionsLibrary.define(functions, "sort", "<af?:a>", (in, args) -> sort(args));
    TextFunctions.define(functions);
    StepFunctionsLibrary.define(functions, "join", "<a<s>s?:s>", (in, args) -> join(args));
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

  @SuppressWarnings("unchecked") // The signature says so.
  static <T> @Nullable List<T> items(List<?> args) {
    return (List<T>) StepFunctionsLibrary.argument(args, 0);
  }

  private static @Nullable Object join(List<?> args) {
    List<String> texts = items(args);
    String separator = (String) StepFunctionsLibrary.argument(args, 1);
    return texts == null ? null : String.join(separator == null ? "" : separator, texts);
  }

  private static @Nullable Object toMillis(List<?> args) throws ParseException {
    return TimePictures.parse(
        (String) StepFunctionsLibrary.argument(args, 0),
        (String) StepFunctionsLibrary.argument(args, 1));
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

  private static @Nullable Object sort(List<?> args) throws Throwable {
    if (!(StepFunctionsLibrary.argument(args, 0) instanceof List<?> list)) {
      return null;
    }
    Object function = StepFunctionsLibrary.argument(args, 1);
    List<Object> values = new ArrayList<>(list);
    if (values.size() <= 1) {
      return values;
    } else if (function != null) {
      return MergeSort.sorted(
          values, (left, right) -> isTruthy(funcApply(function, List.of(left, right))));
    } else if (Utils.isArrayOfStrings(values)) {
      return MergeSort.sorted(
          values, (left, right) -> ((String) left).compareTo((String) right) > 0);
    } else if (Utils.isArrayOfNumbers(values)) {
      return MergeSort.sorted(
          values, (left, right) -> ((Number) left).doubleValue() > ((Number) right).doubleValue());
    }
    throw new JException("D3070", -1);
  }
}

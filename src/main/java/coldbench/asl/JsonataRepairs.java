package coldbench.asl;

import static com.dashjoin.jsonata.Functions.funcApply;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Utils;
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
    // The library answers with a double, which is not a whole number to its own range operator.
    StepFunctionsLibrary.define(
        functions, "sum", "<a<n>:n>", (in, args) -> whole(Functions.sum(numbers(args))));
    StepFunctionsLibrary.define(
        functions, "max", "<a<n>:n>", (in, args) -> whole(Functions.max(numbers(args))));
    StepFunctionsLibrary.define(
        functions, "min", "<a<n>:n>", (in, args) -> whole(Functions.min(numbers(args))));
    StepFunctionsLibrary.define(
        functions, "average", "<a<n>:n>", (in, args) -> whole(Functions.average(numbers(args))));
    StepFunctionsLibrary.define(functions, "sort", "<af?:a>", (in, args) -> sort(args));
    return functions;
  }

  @SuppressWarnings("unchecked") // The signature has checked it.
  private static @Nullable List<Number> numbers(List<?> args) {
    return (List<Number>) StepFunctionsLibrary.argument(args, 0);
  }

  private static @Nullable Number whole(@Nullable Number number) {
    return number == null ? null : Utils.convertNumber(number);
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

package coldbench.asl;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.RepairedJsonata;
import com.dashjoin.jsonata.Utils;
import com.dashjoin.jsonata.Utils.JList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The functions that ask another function about each item, or give an item back. The library takes
 * NaN for true, and loses infinity and NaN where they are an answer.
 *
 * @see <a href="https://docs.jsonata.org/higher-order-functions">Higher order functions</a>
 */
final class PredicateFunctions {
  private PredicateFunctions() {}

  static void define(Map<String, JFunction> functions) {
    StepFunctionsLibrary.define(functions, "filter", "<af>", (in, args) -> filter(args));
    StepFunctionsLibrary.define(functions, "single", "<af?>", (in, args) -> single(args));
    StepFunctionsLibrary.define(functions, "sift", "<o-f?:o>", (in, args) -> sift(args));
    StepFunctionsLibrary.define(
        functions,
        "reduce",
        "<afj?:j>",
        (in, args) -> Functions.foldLeft(list(args), function(args), argument(args, 2)));
    StepFunctionsLibrary.define(
        functions,
        "lookup",
        "<x-s:x>",
        (in, args) -> Functions.lookup(argument(args, 0), (String) argument(args, 1)));
  }

  private static @Nullable Object argument(List<?> args, int index) {
    return StepFunctionsLibrary.argument(args, index);
  }

  private static @Nullable List<?> list(List<?> args) {
    return (List<?>) argument(args, 0);
  }

  private static @Nullable Object function(List<?> args) {
    return argument(args, 1);
  }

  /** Whether the function says yes to a value at a key or an index; all say yes without one. */
  private static boolean holds(@Nullable Object function, Object value, Object key, Object whole)
      throws Throwable {
    if (function == null) {
      return true;
    }
    Object answer =
        Functions.funcApply(function, Functions.hofFuncArgs(function, value, key, whole));
    // Taken for a list of one, it is to jsonata-js a function of JavaScript, and no object.
    boolean argumentItself = answer == value && !(whole instanceof JList);
    return argumentItself
        ? Boolean.TRUE.equals(RepairedJsonata.truth(answer))
        : RepairedJsonata.isTrue(answer);
  }

  private static @Nullable Object filter(List<?> args) throws Throwable {
    List<?> list = list(args);
    if (list == null) {
      return null;
    }
    List<Object> held = Utils.createSequence();
    for (int i = 0; i < list.size(); i++) {
      if (holds(function(args), list.get(i), i, list)) {
        held.add(list.get(i));
      }
    }
    return held;
  }

  private static @Nullable Object single(List<?> args) throws Throwable {
    if (!(filter(args) instanceof List<?> held)) {
      return null;
    } else if (held.isEmpty()) {
      throw new JException("D3139", -1);
    } else if (held.size() > 1) {
      throw new JException("D3138", -1);
    }
    return held.get(0);
  }

  private static @Nullable Object sift(List<?> args) throws Throwable {
    if (!(argument(args, 0) instanceof Map<?, ?> map)) {
      return null;
    }
    Map<Object, Object> held = new LinkedHashMap<>();
    for (Map.Entry<?, ?> member : map.entrySet()) {
      if (holds(function(args), member.getValue(), member.getKey(), map)) {
        held.put(member.getKey(), member.getValue());
      }
    }
    return held.isEmpty() ? null : held;
  }
}

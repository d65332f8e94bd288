package coldbench.semantics;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * New arrays of primitives that a loop fills from the first element to the last, right after they
 * are made: they need no zeros. The loop may do nothing else that could be seen: its lines assign
 * local variables from others, and the one that stores comes in every turn.
 *
 * <p>Works on the C that TeaVM writes, where every statement is a line, and after {@link
 * CheckedAccess}.
 */
final class ArrayFills {
  private static final String LOCAL = "teavm_local_\\d+";

  private static final Pattern MADE =
      Pattern.compile(
          "(?<indent> *)(?<array>LOCAL) = TEAVM_WITH_CALL_SITE_ID\\(\\d+, meth_otr_Allocator_allocateArray\\(&Arr_[ZBCSIJFD]_Cls, LOCAL\\)\\);"
              .replace("LOCAL", LOCAL));
  private static final Pattern ROOT = Pattern.compile(" *TEAVM_GC_ROOT(_RELEASE)?\\(.*\\);");
  private static final Pattern FIRST = Pattern.compile(" *(" + LOCAL + ") = INT32_C\\(0\\);");
  private static final Pattern LENGTH =
      Pattern.compile(" *(" + LOCAL + ") = TEAVM_ARRAY_LENGTH\\((" + LOCAL + ")\\);");
  private static final Pattern ASSIGNED = Pattern.compile(" *(" + LOCAL + ") = (.*);");

  /** Calls, and whatever reads or writes memory, have a name before their parenthesis. */
  private static final Pattern NAMED = Pattern.compile("(\\w+)\\(");

  private static final List<String> HARMLESS =
      List.of("INT32_C", "INT64_C", "TEAVM_TO_BYTE", "TEAVM_TO_SHORT", "TEAVM_TO_CHAR");

  private final List<String> lines;

  private ArrayFills(List<String> lines) {
    this.lines = lines;
  }

  static String withoutClearing(String source) {
    if (!source.contains("meth_otr_Allocator_allocateArray(")) {
      return source;
    }
    ArrayFills fills = new ArrayFills(new ArrayList<>(List.of(source.split("\n", -1))));
    for (int i = 0; i < fills.lines.size(); i++) {
      Matcher made = MADE.matcher(fills.lines.get(i));
      if (made.matches() && fills.isFilled(made.group("indent"), made.group("array"), i)) {
        fills.lines.set(
            i,
            fills
                .lines
                .get(i)
                .replace("meth_otr_Allocator_allocateArray(", "coldbench_allocateFilled("));
      }
    }
    return String.join("\n", fills.lines);
  }

  /** Under its name, or under that of a copy: such is written where the array is returned. */
  private boolean isFilled(String indent, String array, int madeAt) {
    Matcher copy = ASSIGNED.matcher(lines.get(madeAt + 1));
    boolean copied = copy.matches() && copy.group(2).equals(array);
    return isFilledFrom(indent, array, madeAt + 1)
        || (copied && isFilledFrom(indent, copy.group(1), madeAt + 2));
  }

  private boolean isFilledFrom(String indent, String array, int at) {
    List<String> zeros = new ArrayList<>();
    List<String> lengths = new ArrayList<>(List.of("TEAVM_ARRAY_LENGTH(" + array + ")"));
    for (; !lines.get(at).equals(indent + "while (1) {"); at++) {
      String line = lines.get(at);
      Matcher first = FIRST.matcher(line);
      Matcher length = LENGTH.matcher(line);
      if (first.matches() && !first.group(1).equals(array)) {
        zeros.add(first.group(1));
        lengths.remove(first.group(1));
      } else if (length.matches() && length.group(2).equals(array)) {
        lengths.add(length.group(1));
        zeros.remove(length.group(1));
      } else if (!ROOT.matcher(line).matches()) {
        return false;
      }
    }
    String condition = lines.get(at + 1).strip();
    for (String index : zeros) {
      for (String length : lengths) {
        if (condition.equals("if (!(" + index + " < " + length + ")) break;")) {
          return storesInEveryTurn(indent, array, index, length, at + 2);
        }
      }
    }
    return false;
  }

  private boolean storesInEveryTurn(
      String indent, String array, String index, String length, int at) {
    Pattern checked =
        Pattern.compile(
            Pattern.quote(index)
                + "|\\(COLDBENCH_checkLowerBound\\(\\d+, INDEX\\)\\)|\\(COLDBENCH_checkBounds\\(\\d+, INDEX, ARRAY\\)\\)"
                    .replace("INDEX", Pattern.quote(index))
                    .replace("ARRAY", Pattern.quote(array)));
    List<String> same = new ArrayList<>(List.of(index));
    boolean stored = false;
    for (; ; at++) {
      String line = lines.get(at);
      Matcher assigned = ASSIGNED.matcher(line);
      if (ROOT.matcher(line).matches()) {
        continue;
      }
      if (assigned.matches()) {
        String to = assigned.group(1);
        String value = assigned.group(2);
        if (to.equals(index) && checked.matcher(value).matches()) {
          continue; // what it is already
        }
        if (to.equals(index)) {
          return stored
              && same.stream().anyMatch(s -> value.equals("(" + s + " + INT32_C(1))"))
              && lines.get(at + 1).equals(indent + "}");
        }
        if (to.equals(array) || to.equals(length) || same.remove(to)) {
          return false;
        }
        if (checked.matcher(value).matches()) {
          same.add(to);
        } else if (!isHarmless(value, array)) {
          return false;
        }
      } else if (stored || !isStore(line, array, same, checked)) {
        return false;
      } else {
        stored = true;
      }
    }
  }

  private static boolean isStore(
      String line, String array, List<String> same, Pattern checkedIndex) {
    Matcher store =
        Pattern.compile(
                " *TEAVM_ARRAY_AT\\("
                    + array
                    + ", \\w+, ("
                    + LOCAL
                    + "|\\(COLDBENCH_.*?\\)\\))\\) = (.*);")
            .matcher(line);
    return store.matches()
        && (same.contains(store.group(1)) || checkedIndex.matcher(store.group(1)).matches())
        && isHarmless(store.group(2), array);
  }

  private static boolean isHarmless(String value, String array) {
    return !value.matches(".*\\b" + array + "\\b.*")
        && NAMED.matcher(value).results().allMatch(found -> HARMLESS.contains(found.group(1)));
  }
}

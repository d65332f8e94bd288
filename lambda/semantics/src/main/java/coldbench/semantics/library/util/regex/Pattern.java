package coldbench.semantics.library.util.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/**
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/regex/Pattern.html#split(java.lang.CharSequence,int)
 */
public final class Pattern {
  private Pattern() {}

  public String[] split(CharSequence text) {
    return split((java.util.regex.Pattern) (Object) this, text, 0);
  }

  public String[] split(CharSequence text, int limit) {
    return split((java.util.regex.Pattern) (Object) this, text, limit);
  }

  /** No match that is empty splits the text at its start; without a limit, no empty end is left. */
  private static String[] split(java.util.regex.Pattern pattern, CharSequence text, int limit) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (Matcher match = pattern.matcher(text); match.find(); from = match.end()) {
      if (match.end() == 0) {
        continue;
      }
      if (limit > 0 && parts.size() == limit - 1) {
        break;
      }
      parts.add(text.subSequence(from, match.start()).toString());
    }
    if (from == 0 && parts.isEmpty()) {
      return new String[] {text.toString()};
    }
    parts.add(text.subSequence(from, text.length()).toString());
    int count = parts.size();
    while (limit == 0 && count > 0 && parts.get(count - 1).isEmpty()) {
      count--;
    }
    return parts.subList(0, count).toArray(new String[0]);
  }
}

package coldbench.asl;

import static com.dashjoin.jsonata.Functions.funcApply;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code $replace}. Where the replacement is a function, the library counts the groups of a match
 * from the wrong one and prints errors instead of failing.
 *
 * @see <a href="https://docs.jsonata.org/string-functions#replace">$replace</a>
 */
final class ReplaceFunction {
  private ReplaceFunction() {}

  static @Nullable Object apply(List<?> args) throws Throwable {
    String text = (String) StepFunctionsLibrary.argument(args, 0);
    Object pattern = StepFunctionsLibrary.argument(args, 1);
    Object replacement = StepFunctionsLibrary.argument(args, 2);
    Number limit = (Number) StepFunctionsLibrary.argument(args, 3);
    if (text == null || pattern == null || replacement == null) {
      return null;
    }
    if (pattern.equals("")) {
      throw new JException("D3010", -1);
    }
    if (limit != null && limit.doubleValue() < 0) {
      throw new JException("D3011", -1, limit);
    }
    return pattern instanceof Pattern regex && !(replacement instanceof String)
        ? replace(text, regex, replacement, limit == null ? Integer.MAX_VALUE : limit.intValue())
        : Functions.replace(text, pattern, replacement, limit == null ? null : limit.intValue());
  }

  private static String replace(String text, Pattern regex, Object function, int limit)
      throws Throwable {
    StringBuilder replaced = new StringBuilder();
    Matcher matcher = regex.matcher(text);
    int from = 0;
    for (int i = 0; i < limit && matcher.find(); i++) {
      if (matcher.group().isEmpty()) {
        throw new JException("D1004", -1, regex.pattern());
      }
      if (!(funcApply(function, List.of(match(matcher))) instanceof String with)) {
        throw new JException("D3012", -1);
      }
      replaced.append(text, from, matcher.start()).append(with);
      from = matcher.end();
    }
    return replaced.append(text, from, text.length()).toString();
  }

  private static Map<String, Object> match(Matcher matcher) {
    List<String> groups = new ArrayList<>();
    for (int i = 1; i <= matcher.groupCount(); i++) {
      String group = matcher.group(i);
      groups.add(group == null ? "" : group);
    }
    Map<String, Object> match = new LinkedHashMap<>();
    match.put("match", matcher.group());
    match.put("start", matcher.start());
    match.put("end", matcher.end());
    match.put("groups", groups);
    return match;
  }
}

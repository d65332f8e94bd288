package coldbench.asl;

import static com.dashjoin.jsonata.Functions.funcApply;

import com.dashjoin.jsonata.JException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code $replace}. The library takes a text for a regular expression where there is a limit, looks
 * again at what it has replaced, and counts the groups of a match from the wrong one.
 *
 * @see <a href="https://docs.jsonata.org/string-functions#replace">$replace</a>
 */
final class ReplaceFunction {
  private ReplaceFunction() {}

  static @Nullable Object apply(String text, List<?> args) throws Throwable {
    Object pattern = StepFunctionsLibrary.argument(args, 1);
    Object replacement = StepFunctionsLibrary.argument(args, 2);
    if (pattern == null || replacement == null) {
      return null;
    }
    if (pattern.equals("")) {
      throw new JException("D3010", -1);
    }
    int limit = TextFunctions.limit(TextFunctions.number(args, 3), "D3011");
    boolean regex = pattern instanceof Pattern;
    Pattern compiled =
        regex ? (Pattern) pattern : Pattern.compile((String) pattern, Pattern.LITERAL);
    StringBuilder replaced = new StringBuilder();
    RegexMatches matches = new RegexMatches(compiled, text);
    int from = 0;
    boolean more = limit > 0 && matches.next();
    for (int i = 0; more && i < limit; i++) {
      replaced.append(text, from, matches.start());
      replaced.append(regex ? substitute(matches, replacement) : replacement);
      from = matches.end();
      more = matches.next();
    }
    return replaced.append(text, from, text.length()).toString();
  }

  private static String substitute(RegexMatches match, Object replacement) throws Throwable {
    if (replacement instanceof String template) {
      return fill(template, match);
    }
    Map<String, Object> argument = new LinkedHashMap<>();
    argument.put("match", match.text());
    argument.put("start", match.start());
    argument.put("end", match.end());
    argument.put("groups", match.groups());
    if (funcApply(replacement, List.of(argument)) instanceof String text) {
      return text;
    }
    throw new JException("D3012", -1);
  }

  /** Puts groups in the places of {@code $1}, the match in that of {@code $0}, $ for $$. */
  private static String fill(String template, RegexMatches match) {
    List<@Nullable String> groups = match.groups();
    StringBuilder filled = new StringBuilder();
    int at = 0;
    for (int dollar = template.indexOf('$'); dollar >= 0; dollar = template.indexOf('$', at)) {
      filled.append(template, at, dollar);
      at = dollar + 1;
      char next = at < template.length() ? template.charAt(at) : ' ';
      if (next == '$' || next == '0') {
        filled.append(next == '$' ? "$" : match.text());
        at++;
      } else if (next >= '1' && next <= '9') {
        int digits = digits(template, at, groups.size());
        int group = Integer.parseInt(template.substring(at, at + digits));
        String text = group <= groups.size() ? groups.get(group - 1) : null;
        filled.append(text == null ? "" : text);
        at += digits;
      } else {
        filled.append('$');
      }
    }
    return filled.append(template, at, template.length()).toString();
  }

  /** How many digits name a group: as many as the last group's number has, or one fewer. */
  private static int digits(String template, int from, int groups) {
    int most = Math.max(1, String.valueOf(groups).length());
    int end = from;
    while (end < template.length()
        && end - from < most
        && template.charAt(end) >= '0'
        && template.charAt(end) <= '9') {
      end++;
    }
    boolean tooLarge = most > 1 && Integer.parseInt(template.substring(from, end)) > groups;
    return tooLarge && end - from == most ? most - 1 : end - from;
  }
}

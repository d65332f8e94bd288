package coldbench.asl;

import com.dashjoin.jsonata.JException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The matches of a regular expression in a text, one after the other. As in jsonata-js an empty
 * match is an error unless it is the only one looked at.
 */
final class RegexMatches {
  private final Pattern pattern;
  private final Matcher matcher;
  private final String text;
  private boolean found;
  private boolean started;

  RegexMatches(Pattern pattern, String text) {
    this.pattern = pattern;
    this.matcher = ScriptRegex.matcher(pattern, text);
    this.text = text;
  }

  /** Goes on to the next match, if there is one. */
  boolean next() {
    if (started && (!found || matcher.end() >= text.length())) {
      return false;
    }
    boolean first = !started;
    boolean emptyBefore = started && matcher.end() == matcher.start();
    started = true;
    found = !emptyBefore && matcher.find();
    if (emptyBefore || (found && !first && matcher.end() == matcher.start())) {
      throw new JException("D1004", -1, pattern.pattern());
    }
    return found;
  }

  String text() {
    return text.substring(matcher.start(), matcher.end());
  }

  int start() {
    return matcher.start();
  }

  int end() {
    return matcher.end();
  }

  /** The groups' texts, null where a group took no part. */
  List<@Nullable String> groups() {
    List<@Nullable String> groups = new ArrayList<>();
    for (int i = 1; i <= matcher.groupCount(); i++) {
      groups.add(matcher.start(i) < 0 ? null : text.substring(matcher.start(i), matcher.end(i)));
    }
    return groups;
  }
}

package coldbench.asl;

import java.util.HashSet;
import java.util.Set;

/**
 * The names that a JSONata expression mentions, so that only those are prepared for it. Found by
 * reading the text: strings, quoted names, comments and regular expressions are passed over.
 */
final class References {
  private static final String OPERAND_ENDS = ")]}\"'`";

  private final String text;
  private final Set<String> variables = new HashSet<>();
  private final Set<String> calls = new HashSet<>();
  private final Set<String> bound = new HashSet<>();
  private final Set<String> states = new HashSet<>();
  private boolean wholeStates;
  private int at;
  private char before;
  private int parametersUntil = -1;

  References(String text) {
    this.text = text;
    while (at < text.length()) {
      step();
    }
  }

  /** Every {@code $name}, without the dollar. */
  Set<String> variables() {
    return variables;
  }

  /** The functions that are called by name and not defined in the expression itself. */
  Set<String> calls() {
    Set<String> unbound = new HashSet<>(calls);
    unbound.removeAll(bound);
    return unbound;
  }

  /** Whether {@code $states.<field>} may be read. */
  boolean readsStates(String field) {
    return wholeStates || states.contains(field);
  }

  private void step() {
    char c = text.charAt(at);
    if (c == '"' || c == '\'' || c == '`') {
      at = after(c, at + 1);
      before = c;
    } else if (text.startsWith("/*", at)) {
      int end = text.indexOf("*/", at + 2);
      at = end < 0 ? text.length() : end + 2;
    } else if (c == '/' && !operandBefore()) {
      at = afterRegex();
      before = '"';
    } else if (c == '$') {
      dollar();
    } else if (Character.isJavaIdentifierStart(c)) {
      String word = identifier(at);
      at += word.length();
      before = word.equals("and") || word.equals("or") || word.equals("in") ? ' ' : 'a';
      if (word.equals("function") || word.equals("λ")) {
        parametersUntil = text.indexOf(')', at);
      }
    } else {
      before = Character.isWhitespace(c) ? before : c;
      at++;
    }
  }

  private boolean operandBefore() {
    return Character.isLetterOrDigit(before) || OPERAND_ENDS.indexOf(before) >= 0;
  }

  private int after(char quote, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == '\\' && quote != '`') {
        i++;
      } else if (text.charAt(i) == quote) {
        return i + 1;
      }
    }
    return text.length();
  }

  private int afterRegex() {
    int depth = 0;
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '/' && depth == 0) {
        return i + 1;
      } else if ("([{".indexOf(c) >= 0) {
        depth++;
      } else if (")]}".indexOf(c) >= 0) {
        depth--;
      }
    }
    return text.length();
  }

  private void dollar() {
    boolean binds = before == '@' || before == '#' || at < parametersUntil;
    String name = identifier(at + 1);
    at += 1 + name.length();
    before = 'a';
    if (name.isEmpty()) {
      return;
    }
    variables.add(name);
    int next = afterSpace(at);
    if (binds || text.startsWith(":=", next)) {
      bound.add(name);
    } else if (text.startsWith("(", next)) {
      calls.add(name);
    }
    if (name.equals("states")) {
      String field = text.startsWith(".", next) ? identifier(afterSpace(next + 1)) : "";
      wholeStates |= field.isEmpty();
      states.add(field);
    }
  }

  private int afterSpace(int from) {
    int i = from;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private String identifier(int from) {
    int end = from;
    while (end < text.length()
        && text.charAt(end) != '$'
        && Character.isJavaIdentifierPart(text.charAt(end))) {
      end++;
    }
    return text.substring(from, end);
  }
}

package coldbench.asl;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names that a JSONata expression mentions, so that only those are prepared for it. Found by
 * reading the text: strings, quoted names, comments and regular expressions are passed over.
 */
final class References {
  private static final String OPERAND_ENDS = ")]}\"'`";
  private static final String STEP_GOES_ON = "@#^%";
  private static final Set<String> WORDS =
      Set.of("and", "or", "in", "true", "false", "null", "function", "λ");

  private final String text;
  private final Set<String> variables = new HashSet<>();
  private final Set<String> calls = new HashSet<>();
  private final Set<String> bound = new HashSet<>();
  private final Set<String> states = new TreeSet<>();
  private final Set<String> topLevel = new TreeSet<>();

  /** For every open bracket, whether what is inside has a context value. */
  private final Deque<Boolean> contexts = new ArrayDeque<>();

  /** For every open bracket, whether it stands in a step of a path. */
  private final Deque<Boolean> steps = new ArrayDeque<>();

  /** Whether a step of a path is being read: {@code b} and {@code $f($)} of {@code a.b.$f($)}. */
  private boolean step;

  private int bars;
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

  /** The fields of {@code $states} that are read by name. */
  Set<String> states() {
    return states;
  }

  /**
   * Names that are read without a value to read them from: {@code phone} instead of {@code
   * $states.input.phone}, and {@code $} and {@code $$}. None is found inside of functions.
   */
  Set<String> topLevel() {
    return topLevel;
  }

  /** Whether {@code $states.<field>} may be read. */
  boolean readsStates(String field) {
    return wholeStates || states.contains(field);
  }

  private void step() {
    char c = text.charAt(at);
    if (c == '"' || c == '\'' || c == '`') {
      int end = after(c, at + 1);
      if (c == '`') {
        name(text.substring(at, end));
      }
      at = end;
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
      if (at == 0 || !Character.isDigit(text.charAt(at - 1))) {
        name(word);
      }
      at += word.length();
      before = word.equals("and") || word.equals("or") || word.equals("in") ? ' ' : 'a';
      if (word.equals("function") || word.equals("λ")) {
        parametersUntil = text.indexOf(')', at);
      }
    } else {
      bracket(c);
      boolean parametersEnd = at == parametersUntil;
      before = Character.isWhitespace(c) ? before : c;
      at++;
      if (parametersEnd && text.startsWith("<", afterSpace(at))) {
        at = Math.max(at, text.indexOf('{', at)); // The function's signature.
      }
    }
  }

  private void bracket(char c) {
    if (c == '(' || c == '[' || c == '{') {
      boolean ofAValue = step || before == '^' || (c != '(' && operandBefore());
      contexts.push(ofAValue || hasContext());
      steps.push(step);
      step = false;
    } else if (c == ')' || c == ']' || c == '}') {
      contexts.poll();
      step = Boolean.TRUE.equals(steps.poll());
    } else if (c == '|') {
      bars++;
    } else if (!Character.isWhitespace(c)) {
      step = c == '.' || (step && STEP_GOES_ON.indexOf(c) >= 0);
    }
  }

  /** Whether there is a value here that bare names are read from. */
  private boolean hasContext() {
    return bars % 3 != 0 || Boolean.TRUE.equals(contexts.peek());
  }

  private void name(String word) {
    if (before != '.' && !hasContext() && !WORDS.contains(word)) {
      topLevel.add(word);
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
        return i + 1 + identifier(i + 1).length();
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
    boolean ofAValue = before == '.' || hasContext();
    String name = identifier(at + 1);
    at += 1 + name.length();
    before = 'a';
    if (name.isEmpty()) {
      boolean whole = text.startsWith("$", at);
      at += whole ? 1 : 0;
      if (whole || !ofAValue) {
        topLevel.add(whole ? "$$" : "$");
      }
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
      if (!field.isEmpty()) {
        states.add(field);
      }
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

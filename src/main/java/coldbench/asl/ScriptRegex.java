package coldbench.asl;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Regular expressions that find what JavaScript's without the flag {@code u} find, at the same
 * positions. The library hands over Java's, which take other characters for white space, ends of
 * lines and words, and the two halves of a character beyond the Basic Multilingual Plane for one.
 *
 * @see <a href="https://tc39.es/ecma262/#sec-pattern-semantics">Pattern semantics</a>
 */
final class ScriptRegex {
  private static final String LINE_ENDS = "\\n\\r\\u2028\\u2029";
  private static final String SPACES =
      "\\t\\x0B\\f \\xA0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000\\uFEFF" + LINE_ENDS;

  /** How many halves there are, and where ranges for private use begin that have room for all. */
  private static final int HALVES = Character.MAX_SURROGATE - Character.MIN_SURROGATE + 1;

  private static final int[] FREE = {0xE000, 0xE800, 0xF000};

  private ScriptRegex() {}

  /**
   * Each half is put into a range of characters that mean nothing, in the text and in the
   * expression alike. Whoever uses all three ranges for characters of their own gets Java's view of
   * them.
   *
   * @param pattern as the library compiled it; a literal one stays what it is
   */
  static Matcher matcher(Pattern pattern, String text) {
    boolean literal = (pattern.flags() & Pattern.LITERAL) != 0;
    String java = literal ? pattern.pattern() : inJava(pattern);
    boolean anyCase = (pattern.flags() & Pattern.CASE_INSENSITIVE) != 0;
    int flags = anyCase ? pattern.flags() | Pattern.UNICODE_CASE : pattern.flags();
    if (text.chars().noneMatch(ScriptRegex::isHalf)) {
      // Most mean the same in both, and to compile one takes longer than to find something.
      boolean same = flags == pattern.flags() && java.equals(pattern.pattern());
      return (same ? pattern : Pattern.compile(java, flags)).matcher(text);
    }
    return IntStream.of(FREE)
        .filter(from -> !uses(text, from) && !uses(java, from))
        .mapToObj(from -> Pattern.compile(moved(java, from), flags).matcher(moved(text, from)))
        .findFirst()
        .orElseGet(() -> Pattern.compile(java, flags).matcher(text));
  }

  private static boolean isHalf(int unit) {
    return unit >= Character.MIN_SURROGATE && unit <= Character.MAX_SURROGATE;
  }

  private static boolean uses(String text, int from) {
    return text.chars().anyMatch(unit -> unit >= from && unit < from + HALVES);
  }

  private static String moved(String text, int from) {
    StringBuilder moved = new StringBuilder(text.length());
    text.chars()
        .map(unit -> isHalf(unit) ? from + unit - Character.MIN_SURROGATE : unit)
        .forEach(unit -> moved.append((char) unit));
    return moved.toString();
  }

  private static String inJava(Pattern pattern) {
    boolean lines = (pattern.flags() & Pattern.MULTILINE) != 0;
    String script = pattern.pattern();
    StringBuilder java = new StringBuilder();
    boolean inClass = false;
    for (int i = 0; i < script.length(); i++) {
      char c = script.charAt(i);
      if (c == '\\' && script.startsWith("u", i + 1) && i + 6 <= script.length()) {
        java.append(unit(script.substring(i, i + 6)));
        i += 5;
      } else if (c == '\\' && i + 1 < script.length()) {
        java.append(escaped(script.charAt(++i), inClass));
      } else if (inClass) {
        inClass = c != ']';
        java.append(c == '[' || c == '&' ? "\\" + c : c);
      } else {
        inClass = c == '[';
        java.append(plain(c, lines));
      }
    }
    return java.toString();
  }

  /** A half that is written by its number stands there itself, so that it can be moved. */
  private static String unit(String escape) {
    return escape.matches("\\\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
        ? String.valueOf((char) Integer.parseInt(escape.substring(2), 16))
        : escape;
  }

  private static String escaped(char c, boolean inClass) {
    return switch (c) {
      case 's' -> "[" + SPACES + "]";
      case 'S' -> "[^" + SPACES + "]";
      case 'b' -> inClass ? "\\b" : "(?:(?<=\\w)(?!\\w)|(?<!\\w)(?=\\w))";
      case 'B' -> "(?:(?<=\\w)(?=\\w)|(?<!\\w)(?!\\w))";
      default -> "\\" + c;
    };
  }

  private static String plain(char c, boolean lines) {
    return switch (c) {
      case '.' -> "[^" + LINE_ENDS + "]";
      case '^' -> lines ? "(?<![^" + LINE_ENDS + "])" : "^";
      case '$' -> lines ? "(?![^" + LINE_ENDS + "])" : "\\z";
      default -> String.valueOf(c);
    };
  }
}

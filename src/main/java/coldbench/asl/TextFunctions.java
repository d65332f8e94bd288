package coldbench.asl;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Jsonata.JFunctionCallable;
import com.dashjoin.jsonata.Utils;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The functions of texts that the library gets wrong. A character is a code point: one beyond the
 * Basic Multilingual Plane counts as one, though Java and JavaScript keep it in two.
 *
 * @see <a href="https://docs.jsonata.org/string-functions">String functions</a>
 */
final class TextFunctions {
  private TextFunctions() {}

  static void define(Map<String, JFunction> functions) {
    text(functions, "substring", "<s-nn?:s>", TextFunctions::substring);
    text(functions, "lowercase", "<s-:s>", (text, args) -> text.toLowerCase(Locale.ROOT));
    text(functions, "uppercase", "<s-:s>", (text, args) -> text.toUpperCase(Locale.ROOT));
    text(functions, "pad", "<s-ns?:s>", TextFunctions::pad);
    text(functions, "contains", "<s-(sf):b>", TextFunctions::contains);
    text(functions, "split", "<s-(sf)n?:a<s>>", TextFunctions::split);
    text(functions, "match", "<s-f<s:o>n?:a<o>>", TextFunctions::match);
    text(functions, "replace", "<s-(sf)(sf)n?:s>", ReplaceFunction::apply);
    StepFunctionsLibrary.define(functions, "string", "<x-b?:s>", (in, args) -> string(args));
    text(functions, "base64encode", "<s-:s>", (text, args) -> base64(text));
    text(functions, "base64decode", "<s-:s>", (text, args) -> ofBase64(text));
    UrlFunctions.define(functions);
  }

  private interface Body {
    @Nullable Object apply(String text, List<?> args) throws Throwable;
  }

  /** Defines a function of a text, which gives nothing where the text is nothing. */
  private static void text(
      Map<String, JFunction> functions, String name, String signature, Body body) {
    JFunctionCallable callable =
        (in, args) ->
            StepFunctionsLibrary.argument(args, 0) instanceof String text
                ? body.apply(text, args)
                : null;
    StepFunctionsLibrary.define(functions, name, signature, callable);
  }

  static @Nullable Number number(List<?> args, int index) {
    return (Number) StepFunctionsLibrary.argument(args, index);
  }

  private static @Nullable Object string(List<?> args) {
    Object value = StepFunctionsLibrary.argument(args, 0);
    boolean pretty = Boolean.TRUE.equals(StepFunctionsLibrary.argument(args, 1));
    return value == null ? null : string(value, pretty);
  }

  /** The text of a value, as {@code $string} and {@code &} have it. */
  static String string(Object value) {
    return string(value, false);
  }

  private static String string(Object value, boolean pretty) {
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof Number number && !Double.isFinite(number.doubleValue())) {
      throw new JException("D3001", -1, number);
    }
    boolean json =
        value instanceof Map
            || value instanceof List
            || value instanceof Number
            || value instanceof Boolean
            || value == com.dashjoin.jsonata.Jsonata.NULL_VALUE;
    return json ? JsonText.of(value, pretty) : "";
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(bytes(text));
  }

  /** Of either alphabet, up to the first padding, whatever else is in it left out. */
  private static String ofBase64(String text) {
    String latin1 = new String(bytes(text), ISO_8859_1);
    int end = latin1.indexOf('=');
    String digits =
        (end < 0 ? latin1 : latin1.substring(0, end))
            .replace('-', '+')
            .replace('_', '/')
            .replaceAll("[^A-Za-z0-9+/]", "");
    String whole = digits.length() % 4 == 1 ? digits.substring(0, digits.length() - 1) : digits;
    return new String(Base64.getDecoder().decode(whole), ISO_8859_1);
  }

  /** A character is a byte, its lower half: as {@code Buffer.from} has it. */
  private static byte[] bytes(String text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) text.charAt(i);
    }
    return bytes;
  }

  /** As {@code Array.prototype.slice} cuts the list of characters. */
  private static @Nullable Object substring(String text, List<?> args) {
    Number first = number(args, 1);
    if (first == null) {
      return text;
    }
    int characters = text.codePointCount(0, text.length());
    double start = characters + first.doubleValue() < 0 ? 0 : first.doubleValue();
    Number length = number(args, 2);
    if (length == null) {
      return slice(text, characters, start, characters);
    } else if (length.doubleValue() <= 0) {
      return "";
    }
    double end =
        start >= 0 ? start + length.doubleValue() : characters + start + length.doubleValue();
    return slice(text, characters, start, end);
  }

  private static String slice(String text, int characters, double start, double end) {
    int from = index(start, characters);
    int to = index(end, characters);
    return from >= to
        ? ""
        : text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
  }

  /** A position without its fraction, counted from the end where it is negative. */
  private static int index(double position, int characters) {
    double whole = position < 0 ? Math.ceil(position) : Math.floor(position);
    return (int) Math.max(0, Math.min(characters, whole < 0 ? characters + whole : whole));
  }

  private static Object pad(String text, List<?> args) {
    Number width = number(args, 1);
    if (width == null) {
      return text;
    }
    String given = (String) StepFunctionsLibrary.argument(args, 2);
    String with = given == null || given.isEmpty() ? " " : given;
    double missing = Math.abs(width.doubleValue()) - text.codePointCount(0, text.length());
    if (missing <= 0) {
      return text;
    }
    EvaluationBounds.checkHeld((long) missing);
    int count = (int) missing;
    String repeated = with.repeat(1 + count / with.codePointCount(0, with.length()));
    String padding = repeated.substring(0, repeated.offsetByCodePoints(0, count));
    return width.doubleValue() > 0 ? text + padding : padding + text;
  }

  private static @Nullable Object contains(String text, List<?> args) {
    Object token = StepFunctionsLibrary.argument(args, 1);
    if (token instanceof Pattern regex) {
      return ScriptRegex.matcher(regex, text).find();
    }
    return token instanceof String string ? text.contains(string) : null;
  }

  private static @Nullable Object split(String text, List<?> args) {
    Number given = number(args, 2);
    int limit = limit(given, "D3020");
    Object separator = StepFunctionsLibrary.argument(args, 1);
    if (separator instanceof String && given != null) {
      limit = given.doubleValue() == Double.POSITIVE_INFINITY ? 0 : given.intValue();
    }
    List<String> parts = new ArrayList<>();
    if (separator instanceof Pattern regex) {
      split(text, regex, limit, parts);
    } else if (separator instanceof String string && !string.isEmpty()) {
      split(text, Pattern.compile(string, Pattern.LITERAL), limit, parts);
    } else if (separator == null) {
      return null;
    } else if (!(separator instanceof String)) {
      throw new JException("T1010", -1);
    } else {
      for (int i = 0; i < Math.min(text.length(), limit); i++) {
        parts.add(text.substring(i, i + 1));
      }
    }
    return parts;
  }

  private static void split(String text, Pattern separator, int limit, List<String> parts) {
    RegexMatches matches = new RegexMatches(separator, text);
    int from = 0;
    boolean more = limit > 0 && matches.next();
    while (more && parts.size() < limit) {
      parts.add(text.substring(from, matches.start()));
      from = matches.end();
      more = matches.next();
    }
    if (parts.size() < limit) {
      parts.add(text.substring(from));
    }
  }

  private static @Nullable Object match(String text, List<?> args) {
    int limit = limit(number(args, 2), "D3040");
    if (!(StepFunctionsLibrary.argument(args, 1) instanceof Pattern regex)) {
      return null;
    }
    List<Object> result = Utils.createSequence();
    RegexMatches matches = new RegexMatches(regex, text);
    boolean more = limit > 0 && matches.next();
    while (more && result.size() < limit) {
      Map<String, Object> match = new LinkedHashMap<>();
      match.put("match", matches.text());
      match.put("index", matches.start());
      match.put("groups", matches.groups());
      result.add(match);
      more = matches.next();
    }
    return result;
  }

  /** How many to take at most, a part of one included. */
  static int limit(@Nullable Number limit, String errorIfNegative) {
    if (limit == null) {
      return Integer.MAX_VALUE;
    } else if (limit.doubleValue() < 0) {
      throw new JException(errorIfNegative, -1, limit);
    }
    return (int) Math.ceil(limit.doubleValue());
  }
}

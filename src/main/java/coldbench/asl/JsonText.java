package coldbench.asl;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSONata value as text, as {@code $string} gives it: JavaScript's {@code JSON.stringify} with
 * numbers of 15 significant digits and functions as empty strings. The library escapes characters
 * that need no escape, the euro sign for one.
 *
 * @see <a href="https://docs.jsonata.org/string-functions#string">$string</a>
 */
final class JsonText {
  private static final MathContext DIGITS = new MathContext(15);
  private static final String NEWLINE = "\n";

  private final StringBuilder text = new StringBuilder();
  private final boolean pretty;
  private final MathContext digits;

  private JsonText(boolean pretty, MathContext digits) {
    this.pretty = pretty;
    this.digits = digits;
  }

  /** JSON of a value, on one line or with an indent of two. */
  static String of(@Nullable Object value, boolean pretty) {
    return new JsonText(pretty, DIGITS).text(value);
  }

  /** JSON of a value on one line, with all digits of its numbers, as errors have it. */
  static String exact(@Nullable Object value) {
    return new JsonText(false, MathContext.UNLIMITED).text(value);
  }

  private String text(@Nullable Object value) {
    value(value, NEWLINE);
    return text.toString();
  }

  private void value(@Nullable Object value, String line) {
    if (value == null || value == Jsonata.NULL_VALUE) {
      text.append("null");
    } else if (value instanceof Map<?, ?> map) {
      object(map, line);
    } else if (value instanceof List<?> list) {
      array(list, line);
    } else if (value instanceof Number number) {
      text.append(number(number));
    } else if (value instanceof Boolean flag) {
      text.append((boolean) flag);
    } else {
      quoted(value instanceof String string ? string : "");
    }
  }

  private void object(Map<?, ?> map, String line) {
    String inner = line + "  ";
    text.append('{');
    boolean first = true;
    for (Map.Entry<?, ? extends @Nullable Object> member : map.entrySet()) {
      if (member.getValue() != null) {
        text.append(first ? "" : ",").append(pretty ? inner : "");
        quoted(String.valueOf(member.getKey()));
        text.append(pretty ? ": " : ":");
        value(member.getValue(), inner);
        first = false;
      }
    }
    text.append(pretty && !first ? line : "").append('}');
  }

  private void array(List<? extends @Nullable Object> list, String line) {
    String inner = line + "  ";
    text.append('[');
    boolean first = true;
    for (Object item : list) {
      text.append(first ? "" : ",").append(pretty ? inner : "");
      value(item, inner);
      first = false;
    }
    text.append(pretty && !first ? line : "").append(']');
  }

  private void quoted(String string) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      switch (c) {
        case '"', '\\' -> text.append('\\').append(c);
        case '\b' -> text.append("\\b");
        case '\f' -> text.append("\\f");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < ' ' || loneSurrogate(string, i)) {
            text.append("\\u%04x".formatted((int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }

  /** Whether half a character stands alone, which no encoding has a form for. */
  static boolean loneSurrogate(String string, int index) {
    char c = string.charAt(index);
    if (Character.isHighSurrogate(c)) {
      return index + 1 == string.length() || !Character.isLowSurrogate(string.charAt(index + 1));
    }
    return Character.isLowSurrogate(c)
        && (index == 0 || !Character.isHighSurrogate(string.charAt(index - 1)));
  }

  /** A number as JavaScript writes it. */
  private String number(Number number) {
    double value = number.doubleValue();
    if (Double.isNaN(value)) {
      return "null";
    } else if (Double.isInfinite(value)) {
      throw new JException("D1001", -1, number);
    }
    BigDecimal rounded = new BigDecimal(Double.toString(value)).round(digits).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (value == 0 || (exponent > -7 && exponent < 21)) {
      return value == 0 ? "0" : rounded.toPlainString();
    }
    BigDecimal mantissa = rounded.movePointLeft(exponent).stripTrailingZeros();
    return mantissa.toPlainString() + "e" + (exponent < 0 ? "" : "+") + exponent;
  }
}

package coldbench.runtime;

import java.util.Arrays;

/**
 * Writes one JSON object or array into text; commas and escapes come by themselves.
 *
 * <p>Separators are {@code ", "} and {@code ": "}. Escaped are only the quotation mark, the
 * backslash, U+0000 to U+001F (short forms where there are some), and a surrogate without its
 * partner; everything else stays as it is.
 */
public final class JsonWriter {
  private static final String HEX = "0123456789abcdef";
  private char[] out = new char[256];
  private int length;
  private boolean first = true;

  public JsonWriter beginObject() {
    return begin('{');
  }

  public JsonWriter endObject() {
    return end('}');
  }

  public JsonWriter beginArray() {
    return begin('[');
  }

  public JsonWriter endArray() {
    return end(']');
  }

  /** The name of the next value. */
  public JsonWriter name(String name) {
    string(name);
    put(": ");
    first = true;
    return this;
  }

  public JsonWriter string(String text) {
    separate();
    put('"');
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isEscaped(c)) {
        continue;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else {
        put(text, written, i);
        escape(c);
        written = i + 1;
      }
    }
    put(text, written, text.length());
    put('"');
    return this;
  }

  public JsonWriter number(long value) {
    if (value < 0) {
      return raw(Long.toString(value));
    }
    separate();
    putDigits(value, 1);
    return this;
  }

  /** What is JSON already. */
  public JsonWriter raw(String json) {
    separate();
    put(json);
    return this;
  }

  /** Milliseconds as a plain decimal with six digits, never with an exponent. */
  public JsonWriter milliseconds(long nanoseconds) {
    separate();
    if (nanoseconds < 0) {
      put('-');
    }
    long size = Math.abs(nanoseconds);
    putDigits(size / 1_000_000, 1);
    put('.');
    putDigits(size % 1_000_000, 6);
    return this;
  }

  @Override
  public String toString() {
    return new String(out, 0, length);
  }

  /** A surrogate only without its partner. */
  private static boolean isEscaped(char c) {
    return c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c);
  }

  private void escape(char c) {
    int shortForm = "\b\t\n\f\r\"\\".indexOf(c);
    if (shortForm >= 0) {
      put('\\');
      put("btnfr\"\\".charAt(shortForm));
    } else {
      put("\\u");
      for (int shift = 12; shift >= 0; shift -= 4) {
        put(HEX.charAt(c >> shift & 0xF));
      }
    }
  }

  private JsonWriter begin(char bracket) {
    separate();
    put(bracket);
    first = true;
    return this;
  }

  private JsonWriter end(char bracket) {
    put(bracket);
    first = false;
    return this;
  }

  private void separate() {
    if (!first) {
      put(", ");
    }
    first = false;
  }

  private void put(char c) {
    reserve(1);
    out[length++] = c;
  }

  private void put(String text) {
    put(text, 0, text.length());
  }

  private void put(String text, int from, int to) {
    reserve(to - from);
    text.getChars(from, to, out, length);
    length += to - from;
  }

  /** A number that is not negative, with zeros before it up to that many digits. */
  private void putDigits(long number, int least) {
    int digits = 1;
    for (long rest = number / 10; rest > 0; rest /= 10) {
      digits++;
    }
    digits = Math.max(digits, least);
    reserve(digits);
    length += digits;
    long rest = number;
    for (int i = 1; i <= digits; i++) {
      out[length - i] = (char) ('0' + rest % 10);
      rest /= 10;
    }
  }

  private void reserve(int count) {
    if (out.length - length < count) {
      grow(count);
    }
  }

  private void grow(int count) {
    out = Arrays.copyOf(out, Math.max(out.length * 2, Math.addExact(length, count)));
  }
}

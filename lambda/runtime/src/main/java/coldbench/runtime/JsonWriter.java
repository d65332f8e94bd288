package coldbench.runtime;

/**
 * Writes one JSON object or array into text; commas and escapes come by themselves.
 *
 * <p>Separators are {@code ", "} and {@code ": "}. Escaped are only the quotation mark, the
 * backslash, U+0000 to U+001F (short forms where there are some), and a surrogate without its
 * partner; everything else stays as it is.
 */
public final class JsonWriter {
  private static final String HEX = "0123456789abcdef";
  private final StringBuilder out;
  private boolean first = true;

  public JsonWriter() {
    this(new StringBuilder(256));
  }

  JsonWriter(StringBuilder out) {
    this.out = out;
  }

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
    out.append(": ");
    first = true;
    return this;
  }

  public JsonWriter string(String text) {
    separate();
    out.append('"');
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (isEscaped(c)) {
        out.append(text, written, i);
        escape(c);
        written = i + 1;
      }
    }
    out.append(text, written, text.length()).append('"');
    return this;
  }

  public JsonWriter number(long value) {
    return raw(Long.toString(value));
  }

  /** What is JSON already. */
  public JsonWriter raw(String json) {
    separate();
    out.append(json);
    return this;
  }

  /** Milliseconds as a plain decimal with six digits, never with an exponent. */
  public JsonWriter milliseconds(long nanoseconds) {
    separate();
    long size = Math.abs(nanoseconds);
    out.append(nanoseconds < 0 ? "-" : "").append(size / 1_000_000).append('.');
    long fraction = size % 1_000_000;
    for (long digit = 100_000; digit > fraction && digit > 1; digit /= 10) {
      out.append('0');
    }
    out.append(fraction);
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private static boolean isEscaped(char c) {
    return c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c);
  }

  private void escape(char c) {
    int shortForm = "\b\t\n\f\r\"\\".indexOf(c);
    if (shortForm >= 0) {
      out.append('\\').append("btnfr\"\\".charAt(shortForm));
    } else {
      out.append("\\u");
      for (int shift = 12; shift >= 0; shift -= 4) {
        out.append(HEX.charAt(c >> shift & 0xF));
      }
    }
  }

  private JsonWriter begin(char bracket) {
    separate();
    out.append(bracket);
    first = true;
    return this;
  }

  private JsonWriter end(char bracket) {
    out.append(bracket);
    first = false;
    return this;
  }

  private void separate() {
    if (!first) {
      out.append(", ");
    }
    first = false;
  }
}

package coldbench.runtime;

/**
 * Reads JSON in UTF-8 value by value, without building a tree: what is skipped costs no memory, but
 * is checked like the rest.
 *
 * <pre>{@code
 * JsonReader json = new JsonReader(event);
 * json.beginObject();
 * while (json.nextMember()) {
 *   if (json.name().equals("n")) { n = json.string(); } else { json.skip(); }
 * }
 * json.end();
 * }</pre>
 *
 * <p>Source: RFC 8259. Strict, with two limits: {@value #DEEPEST} levels, and well-formed UTF-8. A
 * name that occurs twice is delivered twice. Every method throws {@link JsonException}.
 */
public final class JsonReader {
  /** How deep objects and arrays may nest, so that no event can exhaust the stack. */
  public static final int DEEPEST = 500;

  /** The kinds of JSON values. */
  public enum Kind {
    OBJECT,
    ARRAY,
    STRING,
    NUMBER,
    BOOLEAN,
    NULL
  }

  private final JsonScanner scan;
  private int depth;
  private boolean first;
  private int nameStart;
  private int nameEnd;

  public JsonReader(byte[] json) {
    this.scan = new JsonScanner(json);
  }

  /** What the next value is; consumes nothing but white space. */
  public Kind peek() {
    int c = scan.skipWhiteSpace();
    if (c == '-' || (c >= '0' && c <= '9')) {
      return Kind.NUMBER;
    }
    return switch (c) {
      case '{' -> Kind.OBJECT;
      case '[' -> Kind.ARRAY;
      case '"' -> Kind.STRING;
      case 't', 'f' -> Kind.BOOLEAN;
      case 'n' -> Kind.NULL;
      default -> throw scan.unexpected("a value");
    };
  }

  public void beginObject() {
    begin('{', "an object");
  }

  public void beginArray() {
    begin('[', "an array");
  }

  /** Goes to the object's next member; its value is then next. False once the object has ended. */
  public boolean nextMember() {
    if (!next('}')) {
      return false;
    }
    scan.skipWhiteSpace();
    nameStart = scan.position();
    scan.skipString("a name in quotes");
    nameEnd = scan.position();
    scan.skipWhiteSpace();
    scan.expect(':');
    return true;
  }

  /** The current member's name. */
  public String name() {
    return scan.decode(nameStart, nameEnd);
  }

  /** Goes to the array's next element. False once the array has ended. */
  public boolean nextElement() {
    return next(']');
  }

  public String string() {
    scan.skipWhiteSpace();
    int start = scan.position();
    scan.skipString("a string");
    return scan.decode(start, scan.position());
  }

  /** A number as it is written. */
  public String number() {
    scan.skipWhiteSpace();
    int start = scan.position();
    scan.skipNumber();
    return scan.text(start);
  }

  public boolean bool() {
    boolean value = scan.skipWhiteSpace() == 't';
    scan.skipWord(value ? "true" : "false");
    return value;
  }

  /** Skips the next value whatever it is. */
  public void skip() {
    switch (peek()) {
      case OBJECT -> {
        beginObject();
        while (nextMember()) {
          skip();
        }
      }
      case ARRAY -> {
        beginArray();
        while (nextElement()) {
          skip();
        }
      }
      case STRING -> scan.skipString("a string");
      case NUMBER -> scan.skipNumber();
      case BOOLEAN -> bool();
      case NULL -> scan.skipWord("null");
    }
  }

  /** Makes sure that nothing but white space follows. */
  public void end() {
    if (scan.skipWhiteSpace() >= 0) {
      throw scan.unexpected("the end");
    }
  }

  private void begin(char bracket, String wanted) {
    if (scan.skipWhiteSpace() != bracket) {
      throw scan.unexpected(wanted);
    }
    if (++depth > DEEPEST) {
      throw new JsonException(
          "JSON nests deeper than " + DEEPEST + " levels at byte " + scan.position());
    }
    scan.expect(bracket);
    first = true;
  }

  private boolean next(char bracket) {
    int c = scan.skipWhiteSpace();
    boolean atFirst = first;
    first = false;
    if (c == bracket) {
      scan.expect(bracket);
      depth--;
      return false;
    }
    if (!atFirst) {
      if (c != ',') {
        throw scan.unexpected(bracket == '}' ? "',' or '}'" : "',' or ']'");
      }
      scan.expect(',');
    }
    return true;
  }

  /** Where the next value begins, in bytes; consumes nothing but white space. */
  public int position() {
    scan.skipWhiteSpace();
    return scan.position();
  }

  /** A reader at the same place, to look ahead: this one stays where it is. */
  public JsonReader lookAhead() {
    JsonReader ahead = new JsonReader(scan.copy());
    ahead.depth = depth;
    ahead.first = first;
    return ahead;
  }

  private JsonReader(JsonScanner scan) {
    this.scan = scan;
  }
}

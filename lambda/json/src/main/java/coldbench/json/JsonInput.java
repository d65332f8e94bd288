package coldbench.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.runtime.JsonException;
import coldbench.runtime.JsonReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A document that is read value by value by {@link JsonCodec}s. What does not fit is refused by a
 * {@link JsonException} such as {@code items[3].price is "x", expected a number}.
 */
public final class JsonInput {
  private static final int MOST_DIGITS = 1000;
  private static final int MOST_EXPONENT = 9999;
  private static final int MOST_SHOWN = 80;
  private static final int NOT_YET = -1;

  private final byte[] json;
  private final JsonReader reader;
  private int valueAt;
  private int valueEnd = NOT_YET;

  JsonInput(byte[] json) {
    this.json = json;
    this.reader = new JsonReader(json);
  }

  /** Enters an object, and says where it begins, for {@link #missing}. */
  public int beginObject() {
    expect(JsonReader.Kind.OBJECT, "an object");
    int start = valueAt;
    reader.beginObject();
    return start;
  }

  /** Goes to the object's next member, whose value is then next; false once it has ended. */
  public boolean nextMember() {
    return reader.nextMember();
  }

  /** The current member's name. */
  public String name() {
    return reader.name();
  }

  /** Enters an array. */
  public void beginArray() {
    expect(JsonReader.Kind.ARRAY, "an array");
    reader.beginArray();
  }

  /** Goes to the array's next element; false once it has ended. */
  public boolean nextElement() {
    return reader.nextElement();
  }

  /** Skips the next value whatever it is. */
  public void skip() {
    reader.skip();
  }

  /** Skips the next value if it is null. */
  public boolean skipNull() {
    boolean isNull = reader.peek() == JsonReader.Kind.NULL;
    if (isNull) {
      reader.skip();
    }
    return isNull;
  }

  public String string() {
    return string("a string");
  }

  private String string(String expected) {
    expect(JsonReader.Kind.STRING, expected);
    return reader.string();
  }

  public boolean booleanValue() {
    expect(JsonReader.Kind.BOOLEAN, "true or false");
    return reader.bool();
  }

  public byte byteValue() {
    return (byte) whole(Byte.MIN_VALUE, Byte.MAX_VALUE);
  }

  public short shortValue() {
    return (short) whole(Short.MIN_VALUE, Short.MAX_VALUE);
  }

  public int intValue() {
    return (int) whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  public long longValue() {
    return whole(Long.MIN_VALUE, Long.MAX_VALUE);
  }

  private long whole(long from, long to) {
    String expected = "a whole number from " + from + " to " + to;
    try {
      long value = Long.parseLong(number(expected));
      if (value >= from && value <= to) {
        return value;
      }
    } catch (NumberFormatException e) {
      // a fraction, an exponent, or too many digits: refused like what is out of range
    }
    throw unexpected(expected);
  }

  /** As near as a double comes, and finite. */
  public double doubleValue() {
    double value = Double.parseDouble(boundedExponent(number("a number")));
    if (Double.isInfinite(value)) {
      throw unexpected("a number within the range of double");
    }
    return value;
  }

  /** As near as a float comes, and finite. */
  public float floatValue() {
    float value = Float.parseFloat(boundedExponent(number("a number")));
    if (Float.isInfinite(value)) {
      throw unexpected("a number within the range of float");
    }
    return value;
  }

  /**
   * An exponent of more digits than an int holds says no more than one that is as large as any text
   * needs; compiled to C it would wrap around.
   */
  private static String boundedExponent(String text) {
    int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
    int digits = exponent + 1;
    if (exponent < 0) {
      return text;
    }
    if (text.charAt(digits) == '-' || text.charAt(digits) == '+') {
      digits++;
    }
    int first = digits;
    while (first < text.length() - 1 && text.charAt(first) == '0') {
      first++;
    }
    String rest = text.substring(first);
    return text.substring(0, digits) + (rest.length() > 9 ? "999999999" : rest);
  }

  /** Exactly; at most {@value #MOST_DIGITS} characters, since what is longer takes long. */
  public BigDecimal decimal() {
    String expected =
        "a number of at most "
            + MOST_DIGITS
            + " characters with an exponent from -"
            + MOST_EXPONENT
            + " to "
            + MOST_EXPONENT;
    String text = number(expected);
    int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
    if (text.length() > MOST_DIGITS || (exponent >= 0 && !isSmall(text.substring(exponent + 1)))) {
      throw unexpected(expected);
    }
    return new BigDecimal(text);
  }

  private static boolean isSmall(String exponent) {
    int value = 0;
    for (int i = 0; i < exponent.length() && value <= MOST_EXPONENT; i++) {
      char c = exponent.charAt(i);
      value = c == '+' || c == '-' ? 0 : value * 10 + c - '0';
    }
    return value <= MOST_EXPONENT;
  }

  /** A whole number of at most {@value #MOST_DIGITS} characters. */
  public BigInteger bigInteger() {
    String expected = "a whole number of at most " + MOST_DIGITS + " characters";
    String text = number(expected);
    for (int i = 0; i < text.length(); i++) {
      if (i == MOST_DIGITS || ".eE".indexOf(text.charAt(i)) >= 0) {
        throw unexpected(expected);
      }
    }
    return new BigInteger(text);
  }

  private String number(String expected) {
    expect(JsonReader.Kind.NUMBER, expected);
    return reader.number();
  }

  /** A string by RFC 3339, from year 0000 to 9999, as precise as nanoseconds. */
  public Instant instant() {
    String expected = "a time such as 2026-01-31T23:59:59.5Z";
    return TimeText.parse(string(expected)).orElseThrow(() -> unexpected(expected));
  }

  /** A string such as 2026-01-31, from year 0000 to 9999. */
  public LocalDate date() {
    String expected = "a date such as 2026-01-31";
    return TimeText.parseDate(string(expected)).orElseThrow(() -> unexpected(expected));
  }

  /** Any value, as it is written. */
  public RawJson raw() {
    valueAt = reader.position();
    reader.skip();
    return new RawJson(text(valueAt, reader.position()));
  }

  /**
   * The text of a member of the object that is next, which may stand anywhere in it; nothing is
   * consumed.
   */
  public String discriminator(String name, String expected) {
    expect(JsonReader.Kind.OBJECT, "an object");
    int start = valueAt;
    JsonReader ahead = reader.lookAhead();
    ahead.beginObject();
    while (ahead.nextMember()) {
      if (!ahead.name().equals(name)) {
        ahead.skip();
      } else {
        expect(ahead, JsonReader.Kind.STRING, expected);
        String value = ahead.string();
        valueEnd = ahead.position();
        return value;
      }
    }
    throw missing(start, name, expected);
  }

  /** Makes sure that nothing but white space follows. */
  public void end() {
    reader.end();
  }

  /** Refuses the current member if its name came before. */
  public void refuseTwice(boolean given) {
    if (given) {
      throw new JsonException(
          JsonPlace.named(json, reader.position()) + " is given twice, expected once");
    }
  }

  /** For a member that an object lacks. */
  public JsonException missing(int objectStart, String name, String expected) {
    return new JsonException(
        JsonPlace.of(json, objectStart).member(name) + " is missing, expected " + expected);
  }

  /** For an object that its record's constructor refused. */
  public JsonException refused(int objectStart, IllegalArgumentException why) {
    return new JsonException(
        JsonPlace.named(json, objectStart) + " is refused: " + why.getMessage());
  }

  /** For the value that was read last, or should have been. */
  public JsonException unexpected(String expected) {
    return new JsonException(
        JsonPlace.named(json, valueAt) + " is " + shown() + ", expected " + expected);
  }

  private void expect(JsonReader.Kind kind, String expected) {
    expect(reader, kind, expected);
  }

  private void expect(JsonReader at, JsonReader.Kind kind, String expected) {
    valueAt = at.position();
    valueEnd = NOT_YET;
    if (at.peek() != kind) {
      JsonReader ahead = at.lookAhead();
      ahead.skip(); // what is no JSON at all is said first
      valueEnd = ahead.position();
      throw unexpected(expected);
    }
  }

  private String shown() {
    if (json[valueAt] == '{') {
      return "an object";
    }
    if (json[valueAt] == '[') {
      return "an array";
    }
    String text = text(valueAt, valueEnd == NOT_YET ? reader.position() : valueEnd);
    if (text.length() <= MOST_SHOWN) {
      return text;
    }
    boolean inPair = Character.isHighSurrogate(text.charAt(MOST_SHOWN - 2));
    return text.substring(0, MOST_SHOWN - (inPair ? 2 : 1)) + "\u2026";
  }

  /** A value's text; white space after it does not belong to it. */
  private String text(int start, int end) {
    return new String(json, start, end - start, UTF_8).stripTrailing();
  }
}

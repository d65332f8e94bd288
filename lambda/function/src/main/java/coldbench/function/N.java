package coldbench.function;

import coldbench.runtime.JsonReader;

/** The request's {@code n}, from {@code queryStringParameters}. */
sealed interface N {
  int DEFAULT = 40;
  int MAX = 78;
  int LONGEST = 10;

  record Valid(int value) implements N {}

  /** It is not asked for at all, but what the sandbox runs on. */
  final class Untold implements N {}

  /** What is wrong, to be told to the caller. */
  record Invalid(String error) implements N {}

  /**
   * Reads {@code n}. Missing and null mean {@value #DEFAULT}, and so does an event without query
   * parameters, of whatever shape. The last one counts where a name occurs twice, as everywhere
   * else in JSON.
   *
   * @throws coldbench.runtime.JsonException if the event is not JSON at all
   */
  static N of(byte[] event) {
    JsonReader json = new JsonReader(event);
    N n = new Valid(DEFAULT);
    if (json.peek() == JsonReader.Kind.OBJECT) {
      json.beginObject();
      while (json.nextMember()) {
        String name = json.name();
        if (name.equals("queryStringParameters")) {
          n = ofParameters(json);
        } else if (name.equals("coldbench")) {
          json.skip();
          n = new Untold();
        } else {
          json.skip();
        }
      }
    } else {
      json.skip();
    }
    json.end();
    return n;
  }

  private static N ofParameters(JsonReader json) {
    N n = new Valid(DEFAULT);
    if (json.peek() != JsonReader.Kind.OBJECT) {
      json.skip();
      return n;
    }
    json.beginObject();
    while (json.nextMember()) {
      if (json.name().equals("n")) {
        n = ofValue(json);
      } else {
        json.skip();
      }
    }
    return n;
  }

  private static N ofValue(JsonReader json) {
    if (json.peek() == JsonReader.Kind.STRING) {
      return ofText(json.string());
    }
    boolean missing = json.peek() == JsonReader.Kind.NULL;
    json.skip();
    return missing
        ? new Valid(DEFAULT)
        : new Invalid("n is not a string, expected a whole number from 0 to " + MAX);
  }

  /** One to ten ASCII digits, nothing else: no sign, no white space. */
  private static N ofText(String text) {
    long value = text.isEmpty() || text.length() > LONGEST ? -1 : 0;
    for (int i = 0; i < text.length() && value >= 0; i++) {
      int digit = text.charAt(i) - '0';
      value = digit < 0 || digit > 9 ? -1 : value * 10 + digit;
    }
    return value >= 0 && value <= MAX
        ? new Valid((int) value)
        : new Invalid("n is \"" + text + "\", expected a whole number from 0 to " + MAX);
  }
}

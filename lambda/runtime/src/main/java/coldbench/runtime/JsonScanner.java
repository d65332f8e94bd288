package coldbench.runtime;

/** The tokens of JSON: where one starts and ends, and what a string says. */
final class JsonScanner {
  private final byte[] json;
  private int at;

  JsonScanner(byte[] json) {
    this.json = json;
  }

  int position() {
    return at;
  }

  /** The next byte that is no white space, not consumed, or -1 at the end. */
  int skipWhiteSpace() {
    byte[] bytes = json;
    int i = at;
    while (i < bytes.length && isWhiteSpace(bytes[i])) {
      i++;
    }
    at = i;
    return current();
  }

  private static boolean isWhiteSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  void expect(char c) {
    if (current() != c) {
      throw unexpected("'" + c + "'");
    }
    at++;
  }

  void skipWord(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (current() != word.charAt(i)) {
        throw unexpected(word);
      }
      at++;
    }
  }

  void skipNumber() {
    if (current() == '-') {
      at++;
    }
    if (current() == '0') {
      at++;
    } else {
      skipDigits();
    }
    if (current() == '.') {
      at++;
      skipDigits();
    }
    if (current() == 'e' || current() == 'E') {
      at++;
      if (current() == '+' || current() == '-') {
        at++;
      }
      skipDigits();
    }
  }

  private void skipDigits() {
    int start = at;
    while (current() >= '0' && current() <= '9') {
      at++;
    }
    if (at == start) {
      throw unexpected("a digit");
    }
  }

  /** From quote to quote, escapes and UTF-8 checked. */
  void skipString(String wanted) {
    if (current() != '"') {
      throw unexpected(wanted);
    }
    at++;
    skipPlain();
    while (current() != '"') {
      int c = current();
      if (c < ' ') {
        throw unexpected("a character of a string");
      } else if (c == '\\') {
        at++;
        skipEscape();
      } else {
        skipUtf8(c);
      }
      skipPlain();
    }
    at++;
  }

  /** The run of ASCII that stands for itself, in a string. */
  private void skipPlain() {
    byte[] bytes = json;
    int i = at;
    while (i < bytes.length && isPlain(bytes[i])) {
      i++;
    }
    at = i;
  }

  private static boolean isPlain(byte b) {
    return b >= ' ' && b != '"' && b != '\\';
  }

  private void skipEscape() {
    int c = current();
    if (c == 'u') {
      at++;
      for (int i = 0; i < 4; i++) {
        if (Character.digit((char) Math.max(current(), 0), 16) < 0 || current() >= 0x80) {
          throw unexpected("a hexadecimal digit");
        }
        at++;
      }
    } else if (c >= 0 && "\"\\/bfnrt".indexOf(c) >= 0) {
      at++;
    } else {
      throw unexpected("an escape");
    }
  }

  /** The Unicode Standard, table 3-7: no overlong forms, no surrogates, nothing above U+10FFFF. */
  private void skipUtf8(int lead) {
    int more = lead >= 0xC2 && lead <= 0xDF ? 1 : (lead & 0xF0) == 0xE0 ? 2 : 3;
    if (lead < 0xC2 || lead > 0xF4) {
      throw unexpected("UTF-8");
    }
    at++;
    int low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    for (int i = 0; i < more; i++) {
      int c = current();
      if (c < low || c > high) {
        throw unexpected("UTF-8");
      }
      low = 0x80;
      high = 0xBF;
      at++;
    }
  }

  /** What was read since {@code start}, which is ASCII. */
  String text(int start) {
    char[] chars = new char[at - start];
    for (int i = 0; i < chars.length; i++) {
      chars[i] = (char) json[start + i];
    }
    return new String(chars);
  }

  /** The text of a string that was skipped; start and end include its quotes. */
  String decode(int start, int end) {
    char[] chars = new char[end - start - 2];
    int length = 0;
    int i = start + 1;
    while (i < end - 1) {
      int c = json[i++];
      if (c == '\\') {
        c = json[i++];
        if (c == 'u') {
          chars[length++] = (char) (hex(i) << 12 | hex(i + 1) << 8 | hex(i + 2) << 4 | hex(i + 3));
          i += 4;
        } else {
          chars[length++] = unescaped(c);
        }
      } else if (c >= 0) {
        chars[length++] = (char) c;
      } else if ((c & 0xE0) == 0xC0) {
        chars[length++] = (char) ((c & 0x1F) << 6 | rest(i++));
      } else if ((c & 0xF0) == 0xE0) {
        chars[length++] = (char) ((c & 0x0F) << 12 | rest(i++) << 6 | rest(i++));
      } else {
        int point = (c & 0x07) << 18 | rest(i++) << 12 | rest(i++) << 6 | rest(i++);
        chars[length++] = Character.highSurrogate(point);
        chars[length++] = Character.lowSurrogate(point);
      }
    }
    return new String(chars, 0, length);
  }

  private int rest(int index) {
    return json[index] & 0x3F;
  }

  private int hex(int index) {
    return Character.digit((char) json[index], 16);
  }

  private static char unescaped(int c) {
    return switch (c) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> (char) c;
    };
  }

  private int current() {
    return at < json.length ? json[at] & 0xFF : -1;
  }

  JsonException unexpected(String wanted) {
    int c = current();
    String found = c < 0 ? "the end" : c > ' ' && c < 0x7F ? "'" + (char) c + "'" : "byte " + c;
    return new JsonException("not JSON: " + found + " at byte " + at + ", expected " + wanted);
  }

  JsonScanner copy() {
    JsonScanner copy = new JsonScanner(json);
    copy.at = at;
    return copy;
  }
}

package coldbench.semantics.library.lang;

/** Text to UTF-8. A surrogate without its partner becomes a question mark, as in the JDK. */
final class Utf8 {
  private Utf8() {}

  static byte[] encoded(java.lang.String text) {
    byte[] bytes = new byte[length(text)];
    if (bytes.length == text.length()) {
      return asciiOrMarks(text, bytes);
    }
    int at = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        bytes[at++] = (byte) c;
      } else if (c < 0x800) {
        bytes[at++] = (byte) (0xC0 | c >> 6);
        bytes[at++] = rest(c);
      } else if (startsPair(text, i)) {
        int point = java.lang.Character.toCodePoint(c, text.charAt(++i));
        bytes[at++] = (byte) (0xF0 | point >> 18);
        bytes[at++] = rest(point >> 12);
        bytes[at++] = rest(point >> 6);
        bytes[at++] = rest(point);
      } else if (java.lang.Character.isSurrogate(c)) {
        bytes[at++] = '?';
      } else {
        bytes[at++] = (byte) (0xE0 | c >> 12);
        bytes[at++] = rest(c >> 6);
        bytes[at++] = rest(c);
      }
    }
    return bytes;
  }

  /** A byte for each character: what is not ASCII then is a surrogate without its partner. */
  private static byte[] asciiOrMarks(java.lang.String text, byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      char c = text.charAt(i);
      bytes[i] = (byte) (c < 0x80 ? c : '?');
    }
    return bytes;
  }

  private static int length(java.lang.String text) {
    int length = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        continue;
      }
      if (c < 0x800) {
        length++;
      } else if (startsPair(text, i)) {
        length += 2;
        i++;
      } else if (!java.lang.Character.isSurrogate(c)) {
        length += 2;
      }
    }
    return length;
  }

  private static boolean startsPair(java.lang.String text, int at) {
    return java.lang.Character.isHighSurrogate(text.charAt(at))
        && at + 1 < text.length()
        && java.lang.Character.isLowSurrogate(text.charAt(at + 1));
  }

  private static byte rest(int point) {
    return (byte) (0x80 | (point & 0x3F));
  }
}

package coldbench.runtime;

/** Text of a head: each byte is a character, ISO-8859-1 (RFC 9112, 2.2). */
final class Latin1 {
  private Latin1() {}

  static String text(byte[] bytes, int from, int to) {
    char[] chars = new char[to - from];
    for (int i = 0; i < chars.length; i++) {
      chars[i] = (char) (bytes[from + i] & 0xFF);
    }
    return new String(chars);
  }

  /** A blank or a control character. */
  static boolean isBlank(byte b) {
    return b >= 0 && b <= ' ';
  }
}

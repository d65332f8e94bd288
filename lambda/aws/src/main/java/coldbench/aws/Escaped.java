package coldbench.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Text as it may stand in a URL (RFC 3986, 2.3), in the one way that signatures allow. */
final class Escaped {
  private static final String HEX = "0123456789ABCDEF";

  private Escaped() {}

  /** Everything but letters, digits and {@code -._~} as {@code %XX} of its UTF-8. */
  static String part(String text) {
    return escape(text, false);
  }

  /** The same, but slashes stay. */
  static String path(String text) {
    return escape(text, true);
  }

  private static String escape(String text, boolean slashes) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : text.getBytes(UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (letter || c == '-' || c == '.' || c == '_' || c == '~' || (slashes && c == '/')) {
        escaped.append(c);
      } else {
        escaped.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
    return escaped.toString();
  }

  /** The text again; what is no {@code %XX} stays. */
  static String undo(String escaped) {
    byte[] bytes = escaped.getBytes(UTF_8);
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      int high = i + 2 < bytes.length && bytes[i] == '%' ? digit(bytes[i + 1]) : -1;
      int low = high >= 0 ? digit(bytes[i + 2]) : -1;
      if (low >= 0) {
        bytes[length++] = (byte) (high << 4 | low);
        i += 2;
      } else {
        bytes[length++] = bytes[i];
      }
    }
    return new String(bytes, 0, length, UTF_8);
  }

  private static int digit(byte b) {
    return b < 0 ? -1 : Character.digit((char) b, 16);
  }
}

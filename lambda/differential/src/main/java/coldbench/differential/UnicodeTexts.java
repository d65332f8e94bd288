package coldbench.differential;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Every character's letter case, and every short sequence of bytes as UTF-8. */
final class UnicodeTexts {
  private UnicodeTexts() {}

  /** A line for each character that has another case, alone and at the end of a word. */
  static void letters() {
    for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
      if (point >= 0xd800 && point < 0xe000) {
        continue;
      }
      String letter = new String(Character.toChars(point));
      String word = "a" + letter;
      String mapped =
          hex(letter.toLowerCase(Locale.ROOT))
              + hex(letter.toUpperCase(Locale.ROOT))
              + hex(word.toLowerCase(Locale.ROOT))
              + hex(word.toUpperCase(Locale.ROOT))
              + hex(new String(Character.toChars(Character.toTitleCase(point))));
      if (!mapped.equals(hex(letter) + hex(letter) + hex(word) + hex("A" + letter) + hex(letter))) {
        System.out.println(Integer.toHexString(point) + " " + mapped);
      }
    }
  }

  private static String hex(String text) {
    StringBuilder hex = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      hex.append(Integer.toHexString(text.charAt(i))).append(' ');
    }
    return hex.append("| ").toString();
  }

  /**
   * A line for every two first bytes: a hash of what all sequences of three bytes that begin so, or
   * four, with some fourth bytes, are decoded to, and what that is encoded to.
   */
  static void utf8() {
    byte[] edges = {0, 0x7f, (byte) 0x80, (byte) 0x8f, (byte) 0x90, (byte) 0xbf, (byte) 0xc0, -1};
    for (int start = 0x8000; start < 0x10000; start++) {
      int hash = 0;
      for (int third = 0; third < 256; third++) {
        byte[] three = {(byte) (start >> 8), (byte) start, (byte) third};
        hash = 31 * hash + decoded(three);
        if (start >= 0xf000) {
          for (byte fourth : edges) {
            hash = 31 * hash + decoded(new byte[] {three[0], three[1], three[2], fourth});
          }
        }
      }
      System.out.println(Integer.toHexString(start) + " " + hash);
    }
  }

  private static int decoded(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    int hash = text.hashCode();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = 31 * hash + b;
    }
    return hash;
  }
}

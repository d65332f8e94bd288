package coldbench.semantics.library.lang;

import java.util.Objects;

/** https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/lang/Character.html */
@SuppressWarnings({"JavaLangClash", "DoNotCallSuggester"}) // named after what it stands for
public final class Character {
  /** Letters by tradition only: Other_ID_Start of Unicode's PropList.txt. */
  private static final java.lang.String STARTS_BESIDES = "\u1885\u1886\u2118\u212e\u309b\u309c";

  /** First and last of each range. */
  private static final int[] IDEOGRAPHS = {
    0x3006, 0x3007, 0x3021, 0x3029, 0x3038, 0x303a, 0x3400, 0x4dbf, 0x4e00, 0x9ffc, 0xf900, 0xfa6d,
    0xfa70, 0xfad9, 0x16fe4, 0x16fe4, 0x17000, 0x187f7, 0x18800, 0x18cd5, 0x18d00, 0x18d08, 0x1b170,
    0x1b2fb, 0x20000, 0x2a6dd, 0x2a700, 0x2b734, 0x2b740, 0x2b81d, 0x2b820, 0x2cea1, 0x2ceb0,
    0x2ebe0, 0x2f800, 0x2fa1d, 0x30000, 0x3134a
  };

  private Character() {}

  public static java.lang.String toString(int codePoint) {
    return new java.lang.String(java.lang.Character.toChars(codePoint));
  }

  // As newer JDKs have them, for regular expressions.

  public static boolean isEmoji(int point) {
    throw Emoji.unsupported();
  }

  public static boolean isEmojiPresentation(int point) {
    throw Emoji.unsupported();
  }

  public static boolean isEmojiModifier(int point) {
    throw Emoji.unsupported();
  }

  public static boolean isEmojiModifierBase(int point) {
    throw Emoji.unsupported();
  }

  public static boolean isEmojiComponent(int point) {
    throw Emoji.unsupported();
  }

  public static boolean isExtendedPictographic(int point) {
    throw Emoji.unsupported();
  }

  public static int toLowerCase(int point) {
    return CaseMapping.lower(point);
  }

  public static char toLowerCase(char c) {
    return (char) CaseMapping.lower(c);
  }

  public static int toUpperCase(int point) {
    return CaseMapping.upper(point);
  }

  public static char toUpperCase(char c) {
    return (char) CaseMapping.upper(c);
  }

  public static int toTitleCase(int point) {
    return CaseMapping.title(point);
  }

  public static char toTitleCase(char c) {
    return (char) CaseMapping.title(c);
  }

  public static int digit(char c, int radix) {
    return Digits.digit(c, radix);
  }

  public static int digit(int point, int radix) {
    return Digits.digit(point, radix);
  }

  /** Of any number, as the documentation of {@code isSurrogatePair} leaves it to who calls. */
  public static char highSurrogate(int point) {
    return (char) ((point >>> 10) + (0xd800 - (0x10000 >>> 10)));
  }

  public static boolean isBmpCodePoint(int point) {
    return point >>> 16 == 0;
  }

  public static int toCodePoint(char high, char low) {
    return ((high - 0xd800) << 10) + (low - 0xdc00) + 0x10000;
  }

  public static boolean isJavaIdentifierStart(char c) {
    return isJavaIdentifierStart((int) c);
  }

  public static boolean isJavaLetter(char c) {
    return isJavaIdentifierStart((int) c);
  }

  public static boolean isJavaIdentifierStart(int point) {
    return switch (java.lang.Character.getType(point)) {
      case java.lang.Character.UPPERCASE_LETTER,
          java.lang.Character.LOWERCASE_LETTER,
          java.lang.Character.TITLECASE_LETTER,
          java.lang.Character.MODIFIER_LETTER,
          java.lang.Character.OTHER_LETTER,
          java.lang.Character.LETTER_NUMBER,
          java.lang.Character.CURRENCY_SYMBOL,
          java.lang.Character.CONNECTOR_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  public static boolean isUnicodeIdentifierStart(char c) {
    return isUnicodeIdentifierStart((int) c);
  }

  public static boolean isUnicodeIdentifierStart(int point) {
    return java.lang.Character.isLetter(point)
        || java.lang.Character.getType(point) == java.lang.Character.LETTER_NUMBER
        || (point < 0x10000 && STARTS_BESIDES.indexOf(point) >= 0);
  }

  public static int offsetByCodePoints(java.lang.CharSequence text, int from, int points) {
    Objects.checkFromToIndex(from, text.length(), text.length());
    int at = from;
    for (int left = points; left > 0; left--) {
      at += java.lang.Character.charCount(java.lang.Character.codePointAt(text, at));
    }
    for (int left = points; left < 0; left++) {
      at -= java.lang.Character.charCount(java.lang.Character.codePointBefore(text, at));
    }
    return at;
  }

  /** Unicode's property Ideographic, https://www.unicode.org/Public/13.0.0/ucd/PropList.txt */
  public static boolean isIdeographic(int point) {
    for (int i = 0; i < IDEOGRAPHS.length; i += 2) {
      if (point <= IDEOGRAPHS[i + 1]) {
        return point >= IDEOGRAPHS[i];
      }
    }
    return false;
  }

  /** Of regular expressions only; calls are refused, as there is no table of them. */
  public static boolean isMirrored(int point) {
    throw new UnsupportedOperationException("There is no table of mirrored characters");
  }
}

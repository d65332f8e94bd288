package coldbench.semantics.library.lang;

/** https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/lang/Character.html */
@SuppressWarnings("JavaLangClash") // named after what it stands for
public final class Character {
  /** Letters by tradition only: Other_ID_Start of Unicode's PropList.txt. */
  private static final java.lang.String STARTS_BESIDES = "\u1885\u1886\u2118\u212e\u309b\u309c";

  private Character() {}

  public static java.lang.String toString(int codePoint) {
    return new java.lang.String(java.lang.Character.toChars(codePoint));
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
}

package coldbench.semantics.library.lang;

import java.util.Locale;

/**
 * Letters that become several, or others by their place in the word. Source:
 * https://www.unicode.org/Public/13.0.0/ucd/SpecialCasing.txt
 */
final class LetterCase {
  private static final char CAPITAL_I_WITH_DOT = '\u0130';
  private static final char SMALL_I_WITHOUT_DOT = '\u0131';
  private static final char DOT_ABOVE = '\u0307';
  private static final char CAPITAL_SIGMA = '\u03a3';
  private static final char FINAL_SIGMA = '\u03c2';

  /** A letter, and what it becomes in upper case, up to the next space. */
  private static final java.lang.String EXPANDED =
      "\u00dfSS \u0149\u02bcN \u01f0J\u030c \u0390\u0399\u0308\u0301 \u03b0\u03a5\u0308\u0301 "
          + "\u0587\u0535\u0552 \u1e96H\u0331 \u1e97T\u0308 \u1e98W\u030a \u1e99Y\u030a "
          + "\u1e9aA\u02be \u1f50\u03a5\u0313 \u1f52\u03a5\u0313\u0300 \u1f54\u03a5\u0313\u0301 "
          + "\u1f56\u03a5\u0313\u0342 \u1f80\u1f08\u0399 \u1f81\u1f09\u0399 \u1f82\u1f0a\u0399 "
          + "\u1f83\u1f0b\u0399 \u1f84\u1f0c\u0399 \u1f85\u1f0d\u0399 \u1f86\u1f0e\u0399 "
          + "\u1f87\u1f0f\u0399 \u1f88\u1f08\u0399 \u1f89\u1f09\u0399 \u1f8a\u1f0a\u0399 "
          + "\u1f8b\u1f0b\u0399 \u1f8c\u1f0c\u0399 \u1f8d\u1f0d\u0399 \u1f8e\u1f0e\u0399 "
          + "\u1f8f\u1f0f\u0399 \u1f90\u1f28\u0399 \u1f91\u1f29\u0399 \u1f92\u1f2a\u0399 "
          + "\u1f93\u1f2b\u0399 \u1f94\u1f2c\u0399 \u1f95\u1f2d\u0399 \u1f96\u1f2e\u0399 "
          + "\u1f97\u1f2f\u0399 \u1f98\u1f28\u0399 \u1f99\u1f29\u0399 \u1f9a\u1f2a\u0399 "
          + "\u1f9b\u1f2b\u0399 \u1f9c\u1f2c\u0399 \u1f9d\u1f2d\u0399 \u1f9e\u1f2e\u0399 "
          + "\u1f9f\u1f2f\u0399 \u1fa0\u1f68\u0399 \u1fa1\u1f69\u0399 \u1fa2\u1f6a\u0399 "
          + "\u1fa3\u1f6b\u0399 \u1fa4\u1f6c\u0399 \u1fa5\u1f6d\u0399 \u1fa6\u1f6e\u0399 "
          + "\u1fa7\u1f6f\u0399 \u1fa8\u1f68\u0399 \u1fa9\u1f69\u0399 \u1faa\u1f6a\u0399 "
          + "\u1fab\u1f6b\u0399 \u1fac\u1f6c\u0399 \u1fad\u1f6d\u0399 \u1fae\u1f6e\u0399 "
          + "\u1faf\u1f6f\u0399 \u1fb2\u1fba\u0399 \u1fb3\u0391\u0399 \u1fb4\u0386\u0399 "
          + "\u1fb6\u0391\u0342 \u1fb7\u0391\u0342\u0399 \u1fbc\u0391\u0399 \u1fc2\u1fca\u0399 "
          + "\u1fc3\u0397\u0399 \u1fc4\u0389\u0399 \u1fc6\u0397\u0342 \u1fc7\u0397\u0342\u0399 "
          + "\u1fcc\u0397\u0399 \u1fd2\u0399\u0308\u0300 \u1fd3\u0399\u0308\u0301 "
          + "\u1fd6\u0399\u0342 \u1fd7\u0399\u0308\u0342 \u1fe2\u03a5\u0308\u0300 "
          + "\u1fe3\u03a5\u0308\u0301 \u1fe4\u03a1\u0313 \u1fe6\u03a5\u0342 \u1fe7\u03a5\u0308\u0342 "
          + "\u1ff2\u1ffa\u0399 \u1ff3\u03a9\u0399 \u1ff4\u038f\u0399 \u1ff6\u03a9\u0342 "
          + "\u1ff7\u03a9\u0342\u0399 \u1ffc\u03a9\u0399 \ufb00FF \ufb01FI \ufb02FL "
          + "\ufb03FFI \ufb04FFL \ufb05ST \ufb06ST \ufb13\u0544\u0546 \ufb14\u0544\u0535 "
          + "\ufb15\u0544\u053b \ufb16\u054e\u0546 \ufb17\u0544\u053d ";

  private LetterCase() {}

  static java.lang.String upper(java.lang.String text) {
    return upper(text, false);
  }

  static java.lang.String lower(java.lang.String text) {
    return lower(text, false);
  }

  static java.lang.String upper(java.lang.String text, Locale locale) {
    return upper(text, isTurkic(locale));
  }

  static java.lang.String lower(java.lang.String text, Locale locale) {
    return lower(text, isTurkic(locale));
  }

  private static boolean isTurkic(Locale locale) {
    java.lang.String language = locale.getLanguage();
    if (language.equals("lt")) {
      throw new UnsupportedOperationException("letter case as Lithuanian has it");
    }
    return language.equals("tr") || language.equals("az");
  }

  private static java.lang.String upper(java.lang.String text, boolean turkic) {
    java.lang.StringBuilder out = null;
    for (int i = 0, size; i < text.length(); i += size) {
      int point = text.codePointAt(i);
      size = java.lang.Character.charCount(point);
      int found = point < 0xdf || point > 0xffff ? -1 : expansion((char) point);
      int upper =
          turkic && point == 'i' ? CAPITAL_I_WITH_DOT : java.lang.Character.toUpperCase(point);
      if (out == null && (found >= 0 || upper != point)) {
        out = new java.lang.StringBuilder(text.length() + 8).append(text, 0, i);
      }
      if (found >= 0) {
        out.append(EXPANDED, found, EXPANDED.indexOf(' ', found));
      } else if (out != null) {
        out.appendCodePoint(upper);
      }
    }
    return out == null ? text : out.toString();
  }

  /** Where it stands in {@link #EXPANDED}, or -1. */
  private static int expansion(char letter) {
    for (int i = 0; i < EXPANDED.length(); i = EXPANDED.indexOf(' ', i) + 1) {
      if (EXPANDED.charAt(i) >= letter) {
        return EXPANDED.charAt(i) == letter ? i + 1 : -1;
      }
    }
    return -1;
  }

  private static java.lang.String lower(java.lang.String text, boolean turkic) {
    java.lang.StringBuilder out = null;
    for (int i = 0, size; i < text.length(); i += size) {
      int point = text.codePointAt(i);
      size = java.lang.Character.charCount(point);
      int lower = java.lang.Character.toLowerCase(point);
      if (point == CAPITAL_SIGMA && isLastOfWord(text, i)) {
        lower = FINAL_SIGMA;
      } else if (turkic && point == 'I') {
        boolean dotted = i + 1 < text.length() && text.charAt(i + 1) == DOT_ABOVE;
        lower = dotted ? 'i' : SMALL_I_WITHOUT_DOT;
        size += dotted ? 1 : 0;
      } else if (point == CAPITAL_I_WITH_DOT) {
        lower = 'i';
      }
      if (out == null && lower != point) {
        out = new java.lang.StringBuilder(text.length() + 8).append(text, 0, i);
      }
      if (out != null) {
        out.appendCodePoint(lower);
        if (point == CAPITAL_I_WITH_DOT && !turkic) {
          out.append(DOT_ABOVE);
        }
      }
    }
    return out == null ? text : out.toString();
  }

  private static boolean isLastOfWord(java.lang.String text, int at) {
    int before = at;
    while (before > 0 && isIgnored(text.codePointBefore(before))) {
      before -= java.lang.Character.charCount(text.codePointBefore(before));
    }
    if (before == 0 || !isCased(text.codePointBefore(before))) {
      return false;
    }
    int after = at + 1;
    while (after < text.length() && isIgnored(text.codePointAt(after))) {
      after += java.lang.Character.charCount(text.codePointAt(after));
    }
    return after >= text.length() || !isCased(text.codePointAt(after));
  }

  private static boolean isCased(int point) {
    return java.lang.Character.isUpperCase(point)
        || java.lang.Character.isLowerCase(point)
        || java.lang.Character.getType(point) == java.lang.Character.TITLECASE_LETTER;
  }

  private static boolean isIgnored(int point) {
    return switch (java.lang.Character.getType(point)) {
      case java.lang.Character.NON_SPACING_MARK,
          java.lang.Character.ENCLOSING_MARK,
          java.lang.Character.FORMAT,
          java.lang.Character.MODIFIER_SYMBOL ->
          true;
      case java.lang.Character.MODIFIER_LETTER -> !isCased(point);
      default -> point < 0x10000 && "'.:\u00b7\u2018\u2019\u2024\u2027".indexOf(point) >= 0;
    };
  }
}

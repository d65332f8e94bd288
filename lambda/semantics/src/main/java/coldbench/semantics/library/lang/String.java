package coldbench.semantics.library.lang;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/lang/String.html */
@SuppressWarnings("JavaLangClash") // named after what it stands for
public final class String {
  private String() {}

  private static java.lang.String it(Object receiver) {
    return (java.lang.String) receiver;
  }

  public boolean isBlank() {
    java.lang.String it = it(this);
    for (int i = 0; i < it.length(); i++) {
      if (!java.lang.Character.isWhitespace(
          it.charAt(i))) { // no supplementary character is white space
        return false;
      }
    }
    return true;
  }

  public boolean startsWith(java.lang.String prefix, int from) {
    java.lang.String it = it(this);
    int length = prefix.length();
    if (from < 0 || from > it.length() - length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (prefix.charAt(i) != it.charAt(from + i)) {
        return false;
      }
    }
    return true;
  }

  public boolean equalsIgnoreCase(java.lang.String other) {
    java.lang.String it = it(this);
    if (other == null || other.length() != it.length()) {
      return false;
    }
    for (int i = 0; i < it.length(); i++) {
      char a = it.charAt(i);
      char b = other.charAt(i);
      if (a != b && folded(a) != folded(b)) {
        return false;
      }
    }
    return true;
  }

  /** The documentation wants upper case compared first, then lower case of that. */
  private static int folded(char c) {
    return CaseMapping.lower(CaseMapping.upper(c));
  }

  public boolean regionMatches(int from, java.lang.String other, int otherFrom, int length) {
    java.lang.String it = it(this);
    if (from < 0
        || otherFrom < 0
        || from > (long) it.length() - length
        || otherFrom > (long) other.length() - length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (it.charAt(from + i) != other.charAt(otherFrom + i)) {
        return false;
      }
    }
    return true;
  }

  public int offsetByCodePoints(int from, int points) {
    return java.lang.Character.offsetByCodePoints(it(this), from, points);
  }

  public byte[] getBytes(Charset charset) {
    java.lang.String it = it(this);
    if (charset.equals(StandardCharsets.UTF_8)) {
      return Utf8.encoded(it);
    }
    ByteBuffer encoded = charset.encode(CharBuffer.wrap(it));
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    return bytes;
  }

  public IntStream chars() {
    return CharSequence.charsOf(it(this));
  }

  public IntStream codePoints() {
    return CharSequence.codePointsOf(it(this));
  }

  public java.lang.String[] split(java.lang.String regex) {
    return Pattern.compile(regex).split(it(this), 0);
  }

  public java.lang.String[] split(java.lang.String regex, int limit) {
    return Pattern.compile(regex).split(it(this), limit);
  }

  public java.lang.String toUpperCase() {
    return LetterCase.upper(it(this));
  }

  public java.lang.String toUpperCase(Locale locale) {
    return LetterCase.upper(it(this), locale);
  }

  public java.lang.String toLowerCase(Locale locale) {
    return LetterCase.lower(it(this), locale);
  }

  public java.lang.String toLowerCase() {
    return LetterCase.lower(it(this));
  }

  public static java.lang.String join(
      java.lang.CharSequence delimiter, java.lang.CharSequence... elements) {
    Objects.requireNonNull(delimiter);
    StringJoiner joined = new StringJoiner(delimiter);
    for (java.lang.CharSequence element : elements) {
      joined.add(element);
    }
    return joined.toString();
  }

  public static java.lang.String join(
      java.lang.CharSequence delimiter, Iterable<? extends java.lang.CharSequence> elements) {
    Objects.requireNonNull(delimiter);
    StringJoiner joined = new StringJoiner(delimiter);
    for (java.lang.CharSequence element : elements) {
      joined.add(element);
    }
    return joined.toString();
  }

  public static java.lang.String valueOf(double d) {
    return java.lang.Double.toString(d);
  }

  public static java.lang.String valueOf(float f) {
    return java.lang.Float.toString(f);
  }
}

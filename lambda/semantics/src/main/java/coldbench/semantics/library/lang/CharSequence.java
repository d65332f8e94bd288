package coldbench.semantics.library.lang;

import java.util.stream.IntStream;

/**
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/lang/CharSequence.html#chars()
 */
@SuppressWarnings("JavaLangClash") // named after what it stands for
public final class CharSequence {
  private CharSequence() {}

  public IntStream chars() {
    return charsOf((java.lang.CharSequence) (Object) this);
  }

  public IntStream codePoints() {
    return codePointsOf((java.lang.CharSequence) (Object) this);
  }

  /** As newer JDKs have it, whose readers call it. */
  public void getChars(int from, int to, char[] into, int at) {
    java.lang.CharSequence it = (java.lang.CharSequence) (Object) this;
    java.util.Objects.checkFromToIndex(from, to, it.length());
    java.util.Objects.checkFromIndexSize(at, to - from, into.length);
    for (int i = from; i < to; i++) {
      into[at + i - from] = it.charAt(i);
    }
  }

  static IntStream charsOf(java.lang.CharSequence it) {
    int[] chars = new int[it.length()];
    for (int i = 0; i < chars.length; i++) {
      chars[i] = it.charAt(i);
    }
    return IntStream.of(chars);
  }

  /** Halves of a pair that stand alone are points, too. */
  static IntStream codePointsOf(java.lang.CharSequence it) {
    int length = it.length();
    int[] points = new int[length];
    int count = 0;
    for (int i = 0; i < length; i += java.lang.Character.charCount(points[count++])) {
      points[count] = java.lang.Character.codePointAt(it, i);
    }
    return IntStream.of(java.util.Arrays.copyOf(points, count));
  }
}

package coldbench.semantics.library.lang;

/** https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/lang/Character.html */
@SuppressWarnings("JavaLangClash") // named after what it stands for
public final class Character {
  private Character() {}

  public static java.lang.String toString(int codePoint) {
    return new java.lang.String(java.lang.Character.toChars(codePoint));
  }
}

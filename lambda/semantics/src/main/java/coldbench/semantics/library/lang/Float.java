package coldbench.semantics.library.lang;

/**
 * https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/lang/Float.html#toString(float)
 */
@SuppressWarnings("JavaLangClash") // named after what it stands for
public final class Float {
  private Float() {}

  public static java.lang.String toString(float f) {
    return ShortestDecimal.ofFloat(f);
  }

  public static float parseFloat(java.lang.String text) {
    return DecimalToBinary.ofFloat(text);
  }
}

package coldbench.semantics.library.lang;

/**
 * https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/lang/Double.html#toString(double)
 */
@SuppressWarnings("JavaLangClash") // named after what it stands for
public final class Double {
  private Double() {}

  public static java.lang.String toString(double d) {
    return ShortestDecimal.ofDouble(d);
  }

  public static double parseDouble(java.lang.String text) {
    return DecimalToBinary.ofDouble(text);
  }
}

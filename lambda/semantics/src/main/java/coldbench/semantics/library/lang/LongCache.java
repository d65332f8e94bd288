package coldbench.semantics.library.lang;

/** https://docs.oracle.com/javase/specs/jls/se17/html/jls-5.html#jls-5.1.7 */
final class LongCache {
  static final int LEAST = -128;

  static final java.lang.Long[] VALUES = new java.lang.Long[256];

  static {
    for (int i = 0; i < VALUES.length; i++) {
      VALUES[i] = made(LEAST + i);
    }
  }

  private LongCache() {}

  @SuppressWarnings({"removal", "BoxedPrimitiveConstructor"}) // valueOf is what is made here
  static java.lang.Long made(long value) {
    return new java.lang.Long(value);
  }
}

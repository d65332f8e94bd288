package coldbench.semantics.library.nio.charset;

/** https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/nio/charset/Charset.html */
public final class Charset {
  private Charset() {}

  @Override
  public String toString() {
    return ((java.nio.charset.Charset) (Object) this).name();
  }
}

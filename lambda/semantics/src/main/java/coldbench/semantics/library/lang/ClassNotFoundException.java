package coldbench.semantics.library.lang;

/**
 * Its cause is given when it is made, if only as null:
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/lang/ClassNotFoundException.html
 */
@SuppressWarnings("JavaLangClash") // named after what it stands for
public final class ClassNotFoundException {
  private ClassNotFoundException() {}

  public Throwable initCause(Throwable cause) {
    throw new IllegalStateException(
        "The cause of a ClassNotFoundException is given when it is made", cause);
  }
}

package coldbench.semantics.classes.java.util;

/**
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/IllegalFormatException.html
 */
public class IllegalFormatException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  IllegalFormatException() {}
}

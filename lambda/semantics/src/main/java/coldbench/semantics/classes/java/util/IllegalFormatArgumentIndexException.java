package coldbench.semantics.classes.java.util;

/** As the JDK throws it, which keeps it to itself. */
class IllegalFormatArgumentIndexException extends IllegalFormatException {
  private static final long serialVersionUID = 1;

  private final int index;

  IllegalFormatArgumentIndexException(int index) {
    this.index = index;
  }

  @Override
  public String getMessage() {
    return index == Integer.MIN_VALUE
        ? "Format argument index: (not representable as int)"
        : "Illegal format argument index = " + index;
  }
}

package coldbench.semantics.library.lang;

/** Since JDK 21, whose own classes ask. */
@SuppressWarnings("JavaLangClash") // named after what it stands for
public final class Thread {
  private Thread() {}

  public boolean isVirtual() {
    return false;
  }
}

package coldbench.semantics.library.lang.ref;

/**
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/lang/ref/Reference.html#refersTo(T)
 */
public final class Reference {
  private Reference() {}

  public boolean refersTo(Object other) {
    return ((java.lang.ref.Reference<?>) (Object) this).get() == other;
  }

  /** Nothing is cleaned up here that is still in use. */
  public static void reachabilityFence(Object reference) {}
}

package coldbench.semantics.runtime;

import org.teavm.interop.StaticInit;

/** Suppressed exceptions of a Throwable, never null. */
@StaticInit
public final class Suppressed {
  private static final Throwable[] NONE = new Throwable[0];

  private Suppressed() {}

  public static Throwable[] orNone(Throwable[] suppressed) {
    return suppressed != null ? suppressed : NONE;
  }
}

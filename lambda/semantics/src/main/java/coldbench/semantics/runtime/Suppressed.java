package coldbench.semantics.runtime;

import org.teavm.interop.StaticInit;

/**
 * What a Throwable of TeaVM's class library lacks: suppressed exceptions that are never null, and a
 * message from its cause.
 */
@StaticInit
public final class Suppressed {
  private static final Throwable[] NONE = new Throwable[0];

  private Suppressed() {}

  public static Throwable[] orNone(Throwable[] suppressed) {
    return suppressed != null ? suppressed : NONE;
  }

  public static String messageOf(Throwable cause) {
    return cause == null ? null : cause.toString();
  }
}

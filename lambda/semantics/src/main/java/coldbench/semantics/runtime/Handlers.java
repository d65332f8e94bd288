package coldbench.semantics.runtime;

import org.teavm.interop.StaticInit;

/** Stands in try blocks for what throws without a call. */
@StaticInit
public final class Handlers {
  private Handlers() {}

  public static void mayThrow() {}
}

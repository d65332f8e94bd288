package coldbench.semantics.runtime;

import org.teavm.interop.StaticInit;
import org.teavm.interop.Unmanaged;

/** Stands in try blocks for what throws without a call. */
@StaticInit
public final class Handlers {
  private Handlers() {}

  public static void mayThrow() {}

  /** To the optimizer, the object may be anywhere afterwards. Unmanaged, as that is not inlined. */
  @Unmanaged
  public static void see(Object object) {}
}

package coldbench.semantics.runtime;

import org.teavm.interop.Import;
import org.teavm.interop.StaticInit;

/** The kernel's random bits, https://man7.org/linux/man-pages/man2/getrandom.2.html */
@StaticInit
public final class Entropy {
  private Entropy() {}

  @Import(name = "coldbench_randomBits")
  public static native long bits();
}

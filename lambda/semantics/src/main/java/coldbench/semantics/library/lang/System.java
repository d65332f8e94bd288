package coldbench.semantics.library.lang;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.teavm.interop.Address;
import org.teavm.interop.Import;

/** The environment, by libc. */
@SuppressWarnings("JavaLangClash") // named after what it stands for
public final class System {
  private System() {}

  public static java.lang.String getenv(java.lang.String name) {
    return getenv().get(java.util.Objects.requireNonNull(name));
  }

  public static Map<java.lang.String, java.lang.String> getenv() {
    Map<java.lang.String, java.lang.String> all = new LinkedHashMap<>();
    for (int i = 0; length(i) >= 0; i++) {
      byte[] bytes = new byte[length(i)];
      copy(i, Address.ofData(bytes));
      java.lang.String variable = new java.lang.String(bytes, StandardCharsets.UTF_8);
      int equals = variable.indexOf('=', 1);
      if (equals > 0) {
        all.putIfAbsent(variable.substring(0, equals), variable.substring(equals + 1));
      }
    }
    return Collections.unmodifiableMap(all);
  }

  /** Of a variable, its name and equals sign included; -1 behind the last one. */
  @Import(name = "coldbench_variableLength")
  private static native int length(int index);

  @Import(name = "coldbench_copyVariable")
  private static native void copy(int index, Address to);
}

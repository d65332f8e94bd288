package coldbench.deploy.machine;

import java.util.LinkedHashMap;
import java.util.Map;

/** Maps in the order in which they are written: Map.of would change the template at random. */
public final class Ordered {
  private Ordered() {}

  /**
   * A map in the order of its arguments.
   *
   * @param entries keys and values in turn
   */
  public static Map<String, Object> map(Object... entries) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put((String) entries[i], entries[i + 1]);
    }
    return map;
  }
}

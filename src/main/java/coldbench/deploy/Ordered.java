package coldbench.deploy;

import java.util.LinkedHashMap;
import java.util.Map;

/** Maps in the order in which they are written: Map.of would change the template at random. */
final class Ordered {
  private Ordered() {}

  /**
   * @param entries keys and values in turn
   */
  static Map<String, Object> map(Object... entries) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put((String) entries[i], entries[i + 1]);
    }
    return map;
  }
}

package coldbench.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.runtime.JsonWriter;
import coldbench.runtime.SystemFile;

/**
 * What the kernel tells of the machine below the sandbox, as it tells it: who asks makes sense of
 * it.
 */
final class Sandbox {
  private Sandbox() {}

  static String toJson() {
    JsonWriter json = new JsonWriter().beginObject();
    json.name("cpuinfo").string(head("/proc/cpuinfo", 1024));
    json.name("kernel").string(head("/proc/sys/kernel/osrelease", 64));
    json.name("meminfo").string(head("/proc/meminfo", 64));
    return json.endObject().toString();
  }

  private static String head(String path, int most) {
    return new String(SystemFile.head(path, most), UTF_8);
  }
}

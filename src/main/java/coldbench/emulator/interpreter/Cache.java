package coldbench.emulator.interpreter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The user's folder for what is fetched once. */
final class Cache {
  private Cache() {}

  /**
   * {@code ${XDG_CACHE_HOME:-~/.cache}/coldbench}.
   *
   * @param environment the user's variables
   */
  static Path folder(Map<String, String> environment) {
    String own = environment.getOrDefault("XDG_CACHE_HOME", "");
    String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
    return (own.isBlank() ? Path.of(home, ".cache") : Path.of(own)).resolve("coldbench");
  }

  /** Removes a folder with all that is in it, if it is there. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}

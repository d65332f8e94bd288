package coldbench.differential.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Methods of the JDK that were called on a JVM and natively, and answered otherwise for some
 * arguments: {@code different.txt} of lambda/semantics has a line for every such class, its name
 * and then those methods, by name and descriptor.
 */
final class KnownDifferences {
  private static final Path LIST = Path.of("..", "semantics", "different.txt");

  private final Map<String, Set<String>> methods = new HashMap<>();

  KnownDifferences() throws IOException {
    for (String line : Files.readAllLines(LIST)) {
      if (!line.startsWith("#")) {
        List<String> words = List.of(line.split(" ", -1));
        methods.put(words.get(0), Set.copyOf(words.subList(1, words.size())));
      }
    }
  }

  /**
   * Whether it is one of them.
   *
   * @param method its name and descriptor, as {@code size()I}
   */
  boolean has(String className, String method) {
    return methods.getOrDefault(className, Set.of()).contains(method);
  }
}

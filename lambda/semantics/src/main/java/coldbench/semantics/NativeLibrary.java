package coldbench.semantics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.teavm.model.MethodReference;

/**
 * What of the JDK a compiled program may use: the classes of {@code usable.txt}, but for their
 * methods in {@code refused.txt}, which answer otherwise than a JVM does. Both have lines of words:
 * a package and its classes, or a class and its methods by name and descriptor.
 */
public final class NativeLibrary {
  private final Set<String> classes = new HashSet<>();
  private final Set<String> refused = new HashSet<>();

  public NativeLibrary() {
    read("usable.txt", (name, simple) -> classes.add(name + "." + simple));
    read("refused.txt", (name, method) -> refused.add(name + " " + method));
  }

  private interface Entry {
    void add(String first, String other);
  }

  private static void read(String resource, Entry each) {
    try (InputStream in = NativeLibrary.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("This jar has no " + resource + "; it was built with one.");
      }
      for (String line : new String(in.readAllBytes(), UTF_8).lines().toList()) {
        List<String> words = Arrays.asList(line.split(" ", -1));
        if (!line.startsWith("#")) {
          words.subList(1, words.size()).forEach(word -> each.add(words.get(0), word));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Whether a program may call the class at all.
   *
   * @param className as {@code java.util.Map$Entry}
   */
  public boolean has(String className) {
    return classes.contains(className);
  }

  boolean refuses(MethodReference called) {
    return refused.contains(called.getClassName() + " " + called.getDescriptor());
  }
}

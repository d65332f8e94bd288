package coldbench.project;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/** The texts that a new folder is made of. */
final class Templates {
  private Templates() {}

  static String text(String name) {
    try (InputStream in = Objects.requireNonNull(Templates.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " is part of this tool and cannot be read", e);
    }
  }

  /** With every {@code @KEY@} replaced. */
  static String filled(String name, Map<String, String> values) {
    String text = text(name);
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("@" + value.getKey() + "@", value.getValue());
    }
    return text;
  }
}

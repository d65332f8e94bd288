package coldbench.deploy.machine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The JSONata expressions of the state machine that are longer than a line, one file each. */
final class Expressions {
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

  private Expressions() {}

  /** The expression of a file as a state's field wants it. */
  static String field(String name) {
    return inline(text(name));
  }

  /** An expression that is short enough to stand in the code. */
  static String inline(String expression) {
    return "{% " + expression + " %}";
  }

  /**
   * The expression on one line, which validators of the States Language insist on; no string in it
   * may stretch over lines.
   */
  static String text(String name) {
    try (InputStream in = Expressions.class.getResourceAsStream(name + ".jsonata")) {
      String source = new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
      return COMMENT
          .matcher(source)
          .replaceAll("")
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .collect(Collectors.joining(" "));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

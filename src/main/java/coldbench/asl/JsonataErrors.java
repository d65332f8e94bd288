package coldbench.asl;

import com.dashjoin.jsonata.ArgumentException;
import com.dashjoin.jsonata.JException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The texts of JSONata's errors. The library's templates are those of jsonata-js, in which it
 * renamed functions to objects and quotation marks, and it fills in fewer parts than there are.
 */
final class JsonataErrors {
  /** Stands for a part while a template is being filled, and in no text that anybody writes. */
  private static final String FIRST = "\u0001";

  private static final String SECOND = "\u0002";

  private JsonataErrors() {}

  /** {@code <code>: <text>}, as the service has it in a cause; our own errors have no code. */
  static String reason(JException error) {
    String text = text(error);
    return text.isEmpty() ? error.getError() : error.getError() + ": " + text;
  }

  private static String text(JException error) {
    if (error instanceof ArgumentException argument) {
      return argument.text();
    }
    String template = JException.msg(error.getError(), -1, FIRST, SECOND);
    if (template.equals(FIRST)) {
      return String.valueOf(error.getCurrent());
    } else if (template.startsWith("JSonataException")) {
      return "";
    }
    template =
        template
            .replace("{\"" + FIRST + "\"}", String.valueOf(error.getCurrent()))
            .replace("\"" + FIRST + "\"", FIRST)
            .replace("\"" + SECOND + "\"", SECOND)
            .replace('"', '\'')
            .replace("Object", "function");
    return switch (error.getError()) {
      case "T2009" -> ofDifferentTypes(template, error);
      case "D1002" -> fill(template, error.getExpected(), null);
      case "D3100" -> fill(template, error.getLocation(), null);
      default -> fill(template, error.getCurrent(), error.getExpected());
    };
  }

  private static String fill(String template, @Nullable Object first, @Nullable Object second) {
    return template.replace(FIRST, shown(first)).replace(SECOND, shown(second));
  }

  /** Infinity and NaN as {@code JSON.stringify} has them, not as {@code $string} refuses them. */
  private static String shown(@Nullable Object value) {
    return value instanceof Number number && !NumberFunctions.isFinite(number)
        ? "null"
        : JsonText.exact(value);
  }

  private static String ofDifferentTypes(String template, JException error) {
    List<?> values = (List<?>) Objects.requireNonNull(error.getCurrent());
    return fill(template, values.get(0), values.get(1))
        .replace("{{token}}", "\"" + error.getExpected() + "\"");
  }
}

package coldbench.url;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;

/** The query parameters of a URL, as the payload format 2.0 has them. */
final class QueryString {
  private QueryString() {}

  /**
   * Decoded, in their order; the values of one that is there several times are joined by commas.
   */
  static Map<String, String> parse(String rawQuery) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : rawQuery.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        parameters.merge(decoded(name), decoded(value), (first, next) -> first + "," + next);
      }
    }
    return parameters;
  }

  /** A path with its percent codes replaced; in it a plus sign stands for itself. */
  static String decodedPath(String rawPath) {
    return decoded(rawPath.replace("+", "%2B"));
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // A percent sign that begins no code stands for itself.
    }
  }
}

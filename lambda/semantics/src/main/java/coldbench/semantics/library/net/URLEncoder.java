package coldbench.semantics.library.net;

import java.nio.charset.StandardCharsets;

/**
 * By UTF-8, which is the default:
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/net/URLEncoder.html
 */
public final class URLEncoder {
  private URLEncoder() {}

  public static String encode(String text) {
    return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

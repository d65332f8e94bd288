package coldbench.semantics.library.net;

import java.nio.charset.StandardCharsets;

/**
 * By UTF-8, which is the default:
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/net/URLDecoder.html
 */
public final class URLDecoder {
  private URLDecoder() {}

  public static String decode(String text) {
    return java.net.URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}

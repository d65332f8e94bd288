package coldbench.semantics.library.util;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/Properties.html */
public final class Properties {
  private static final String DIGITS = "0123456789ABCDEF";

  private Properties() {}

  public void store(OutputStream out, String comments) throws IOException {
    StringWriter text = new StringWriter();
    ((java.util.Properties) (Object) this).store(text, comments);
    out.write(escaped(text.toString()).getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  /** Each character that is not of ASCII, but for those of comments, as {@code \u20AC}. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    boolean isComment = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (i == 0 || text.charAt(i - 1) == '\n') {
        isComment = c == '#' || c == '!';
      }
      if (isComment || c == '\n' || (c >= ' ' && c <= '~')) {
        escaped.append(c);
      } else {
        escaped.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          escaped.append(DIGITS.charAt((c >> shift) & 0xf));
        }
      }
    }
    return escaped.toString();
  }
}

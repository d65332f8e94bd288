package coldbench.semantics.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;

/** What the constructors of String that take bytes make of them. */
public final class StringBytes {
  private StringBytes() {}

  /** One method, and long enough that it is not put in place of each of its calls. */
  public static char[] decoded(byte[] bytes, int from, int length, Charset charset) {
    if (charset.equals(UTF_8) && from >= 0 && length >= 0 && length <= bytes.length - from) {
      int all = 0;
      for (int i = 0; i < length; i++) {
        all |= bytes[from + i];
      }
      if (all >= 0) {
        char[] chars = new char[length];
        for (int i = 0; i < length; i++) {
          chars[i] = (char) bytes[from + i];
        }
        return chars;
      }
    }
    CharBuffer decoded = charset.decode(ByteBuffer.wrap(bytes, from, length));
    char[] chars = new char[decoded.remaining()];
    decoded.get(chars);
    return chars;
  }
}

package coldbench.semantics.classes.java.nio.charset.impl;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;

/** Source: https://www.rfc-editor.org/rfc/rfc3629 */
public class UTF8Encoder extends CharsetEncoder {
  public UTF8Encoder(Charset charset) {
    super(charset, 1.1f, 3);
  }

  @Override
  protected CoderResult encodeLoop(CharBuffer in, ByteBuffer out) {
    while (in.hasRemaining()) {
      int from = in.position();
      char c = in.get(from);
      int point = c;
      if (Character.isSurrogate(c)) {
        if (Character.isHighSurrogate(c) && in.remaining() < 2) {
          return CoderResult.UNDERFLOW; // more may come
        }
        if (!Character.isHighSurrogate(c) || !Character.isLowSurrogate(in.get(from + 1))) {
          return CoderResult.malformedForLength(1);
        }
        point = Character.toCodePoint(c, in.get(from + 1));
      }
      int more = point < 0x80 ? 0 : point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
      if (out.remaining() <= more) {
        return CoderResult.OVERFLOW;
      }
      out.put((byte) (more == 0 ? point : (0xff00 >> (more + 1)) | (point >> (6 * more))));
      for (int i = more - 1; i >= 0; i--) {
        out.put((byte) (0x80 | ((point >> (6 * i)) & 0x3f)));
      }
      in.position(from + Character.charCount(point));
    }
    return CoderResult.UNDERFLOW;
  }
}

package coldbench.semantics.classes.java.nio.charset.impl;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;

/** ASCII: a surrogate pair is one character that it lacks. */
public class AsciiEncoder extends CharsetEncoder {
  private static final int LAST = 0x7f;

  public AsciiEncoder(Charset charset) {
    super(charset, 1, 1);
  }

  @Override
  protected CoderResult encodeLoop(CharBuffer in, ByteBuffer out) {
    while (in.hasRemaining()) {
      char c = in.get(in.position());
      if (c > LAST) {
        return lacking(c, in);
      }
      if (!out.hasRemaining()) {
        return CoderResult.OVERFLOW;
      }
      out.put((byte) in.get());
    }
    return CoderResult.UNDERFLOW;
  }

  private static CoderResult lacking(char c, CharBuffer in) {
    if (!Character.isSurrogate(c)) {
      return CoderResult.unmappableForLength(1);
    }
    if (Character.isHighSurrogate(c) && in.remaining() < 2) {
      return CoderResult.UNDERFLOW; // more may come
    }
    return Character.isHighSurrogate(c) && Character.isLowSurrogate(in.get(in.position() + 1))
        ? CoderResult.unmappableForLength(2)
        : CoderResult.malformedForLength(1);
  }
}

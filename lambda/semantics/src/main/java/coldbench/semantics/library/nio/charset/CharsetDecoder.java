package coldbench.semantics.library.nio.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;

/**
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/nio/charset/CharsetDecoder.html
 */
public final class CharsetDecoder {
  private CharsetDecoder() {}

  /** TeaVM's loses what is malformed at the end where the output is full. */
  public CharBuffer decode(ByteBuffer in) throws CharacterCodingException {
    java.nio.charset.CharsetDecoder it = (java.nio.charset.CharsetDecoder) (Object) this;
    if (!in.hasRemaining()) {
      return CharBuffer.allocate(0);
    }
    it.reset();
    CharBuffer out =
        CharBuffer.allocate((int) Math.max(8, in.remaining() * it.averageCharsPerByte()));
    while (true) {
      CoderResult result = it.decode(in, out, true);
      if (result.isUnderflow()) {
        result = it.flush(out);
      }
      if (result.isUnderflow()) {
        out.flip();
        return out;
      }
      if (!result.isOverflow()) {
        result.throwException();
      }
      CharBuffer wider = CharBuffer.allocate(2 * out.capacity());
      out.flip();
      out = wider.put(out);
    }
  }
}

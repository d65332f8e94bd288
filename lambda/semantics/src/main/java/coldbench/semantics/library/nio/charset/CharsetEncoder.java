package coldbench.semantics.library.nio.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;

/**
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/nio/charset/CharsetEncoder.html
 */
public final class CharsetEncoder {
  private CharsetEncoder() {}

  /** TeaVM's loses what is malformed at the end where the output is full. */
  public ByteBuffer encode(CharBuffer in) throws CharacterCodingException {
    java.nio.charset.CharsetEncoder it = (java.nio.charset.CharsetEncoder) (Object) this;
    if (!in.hasRemaining()) {
      return ByteBuffer.allocate(0);
    }
    it.reset();
    ByteBuffer out =
        ByteBuffer.allocate((int) Math.max(8, in.remaining() * it.averageBytesPerChar()));
    while (true) {
      CoderResult result = it.encode(in, out, true);
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
      ByteBuffer wider = ByteBuffer.allocate(2 * out.capacity());
      out.flip();
      out = wider.put(out);
    }
  }
}

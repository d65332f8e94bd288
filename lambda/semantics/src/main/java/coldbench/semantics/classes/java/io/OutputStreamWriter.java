package coldbench.semantics.classes.java.io;

import coldbench.semantics.runtime.CharsetNames;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Objects;

/**
 * Characters are encoded into a block of bytes, which is written below when it is full or flushed.
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/io/OutputStreamWriter.html
 */
public class OutputStreamWriter extends Writer {
  private static final int BLOCK = 8192;
  private static final char NONE = 0;

  private final OutputStream out;
  private final CharsetEncoder encoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(BLOCK);

  /** The first half of a pair of which the second is still to be written. */
  private char kept = NONE;

  private boolean closed;

  public OutputStreamWriter(OutputStream out) {
    this(out, Charset.defaultCharset());
  }

  public OutputStreamWriter(OutputStream out, String charset) throws UnsupportedEncodingException {
    this(out, CharsetNames.charset(charset));
  }

  public OutputStreamWriter(OutputStream out, Charset charset) {
    this(
        out,
        charset
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE));
  }

  public OutputStreamWriter(OutputStream out, CharsetEncoder encoder) {
    super(out);
    this.out = out;
    this.encoder = Objects.requireNonNull(encoder, "charset encoder");
  }

  /** As older versions of Java named it, or null once it is closed. */
  public String getEncoding() {
    return closed ? null : Encodings.oldName(encoder.charset());
  }

  @Override
  public void write(int c) throws IOException {
    write(new char[] {(char) c}, 0, 1);
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    if (length < 0) {
      throw new IndexOutOfBoundsException();
    }
    char[] chars = new char[length];
    text.getChars(from, from + length, chars, 0);
    write(chars, 0, length);
  }

  @Override
  public void write(char[] from, int at, int length) throws IOException {
    checkOpen();
    Objects.checkFromIndexSize(at, length, from.length);
    int rest = at;
    while (kept != NONE && rest < at + length) {
      char[] pair = {kept, from[rest++]};
      kept = NONE;
      encode(CharBuffer.wrap(pair), false);
    }
    encode(CharBuffer.wrap(from, rest, at + length - rest), false);
  }

  private void encode(CharBuffer chars, boolean last) throws IOException {
    while (true) {
      CoderResult result = encoder.encode(chars, bytes, last);
      if (result.isUnderflow()) {
        kept = chars.hasRemaining() ? chars.get() : kept;
        return;
      }
      if (!result.isOverflow()) {
        result.throwException();
      }
      writeBytes();
    }
  }

  private void writeBytes() throws IOException {
    int length = bytes.position();
    bytes.clear();
    if (length > 0) {
      out.write(bytes.array(), 0, length);
    }
  }

  @Override
  public void flush() throws IOException {
    checkOpen();
    writeBytes();
    out.flush();
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (OutputStream below = out) {
      encode(CharBuffer.wrap(kept == NONE ? new char[0] : new char[] {kept}), true);
      while (encoder.flush(bytes).isOverflow()) {
        writeBytes();
      }
      writeBytes();
      below.flush();
    }
  }

  private void checkOpen() throws IOException {
    if (closed) {
      throw new IOException("Stream closed");
    }
  }
}

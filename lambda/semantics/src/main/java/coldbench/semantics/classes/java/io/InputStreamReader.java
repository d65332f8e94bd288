package coldbench.semantics.classes.java.io;

import coldbench.semantics.runtime.CharsetNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Objects;

/**
 * Blocks of bytes are decoded as far as is asked for; what more is read below is kept.
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/io/InputStreamReader.html
 */
public class InputStreamReader extends Reader {
  private static final int BLOCK = 8192;
  private static final int NONE = -1;

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(BLOCK).limit(0);

  /** The second half of a pair of which only the first was asked for. */
  private int kept = NONE;

  private boolean closed;

  public InputStreamReader(InputStream in) {
    this(in, Charset.defaultCharset());
  }

  public InputStreamReader(InputStream in, String charset) throws UnsupportedEncodingException {
    this(in, CharsetNames.charset(charset));
  }

  public InputStreamReader(InputStream in, Charset charset) {
    this(
        in,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE));
  }

  public InputStreamReader(InputStream in, CharsetDecoder decoder) {
    super(in);
    this.in = in;
    this.decoder = Objects.requireNonNull(decoder, "charset decoder");
  }

  /** As older versions of Java named it, or null once it is closed. */
  public String getEncoding() {
    return closed ? null : Encodings.oldName(decoder.charset());
  }

  @Override
  public int read() throws IOException {
    char[] pair = new char[2];
    int length = read(pair, 0, 1);
    return length < 0 ? -1 : pair[0];
  }

  @Override
  public int read(char[] to, int from, int length) throws IOException {
    checkOpen();
    Objects.checkFromIndexSize(from, length, to.length);
    if (length == 0) {
      return 0;
    }
    int before = 0;
    if (kept != NONE) {
      to[from] = (char) kept;
      kept = NONE;
      before = 1;
    }
    if (before == length || (before == 1 && !bytes.hasRemaining() && !isReadyBelow())) {
      return before;
    }
    int read =
        length - before == 1 ? one(to, from + before) : decode(to, from + before, length - before);
    return read < 0 && before == 1 ? 1 : read + before;
  }

  private int one(char[] to, int at) throws IOException {
    char[] pair = new char[2];
    int read = decode(pair, 0, 2);
    if (read < 1) {
      return read;
    }
    to[at] = pair[0];
    kept = read == 2 ? pair[1] : NONE;
    return 1;
  }

  /** At least one character, if there is one; it waits below for no more than that. */
  private int decode(char[] to, int from, int length) throws IOException {
    CharBuffer chars = CharBuffer.wrap(to, from, length);
    boolean ended = false;
    while (true) {
      CoderResult result = decoder.decode(bytes, chars, ended);
      if (result.isError()) {
        result.throwException();
      }
      int read = chars.position() - from;
      if (result.isOverflow() || ended || !chars.hasRemaining() || (read > 0 && !isReadyBelow())) {
        if (ended) {
          decoder.reset();
        }
        return read == 0 && ended ? -1 : read;
      }
      ended = !fill();
    }
  }

  /** Returns whether there was anything. */
  private boolean fill() throws IOException {
    bytes.compact();
    try {
      int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
      if (read == 0) {
        throw new IOException("Underlying input stream returned zero bytes");
      }
      bytes.position(bytes.position() + Math.max(read, 0));
      return read > 0;
    } finally {
      bytes.flip();
    }
  }

  private boolean isReadyBelow() {
    try {
      return in.available() > 0;
    } catch (IOException e) {
      return false; // reading says so again
    }
  }

  @Override
  public boolean ready() throws IOException {
    checkOpen();
    return kept != NONE || bytes.hasRemaining() || isReadyBelow();
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      in.close();
    }
  }

  private void checkOpen() throws IOException {
    if (closed) {
      throw new IOException("Stream closed");
    }
  }
}

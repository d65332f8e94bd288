package coldbench.semantics.classes.java.nio.charset.impl;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/**
 * UTF-8 in its shortest form only. A sequence that is broken off is malformed up to where it could
 * still have become one. Source: https://www.unicode.org/versions/Unicode15.0.0/ch03.pdf, table 3-7
 */
public class UTF8Decoder extends CharsetDecoder {
  public UTF8Decoder(Charset charset) {
    super(charset, 1, 1);
  }

  @Override
  protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
    byte[] bytes;
    int start;
    if (in.hasArray()) {
      bytes = in.array();
      start = in.arrayOffset() + in.position();
    } else {
      bytes = new byte[in.remaining()];
      in.duplicate().get(bytes);
      start = 0;
    }
    int end = start + in.remaining();
    int at = start;
    CoderResult result = CoderResult.UNDERFLOW;
    while (at < end) {
      int first = bytes[at];
      if (first >= 0) {
        if (!out.hasRemaining()) {
          result = CoderResult.OVERFLOW;
          break;
        }
        at = ascii(bytes, at, end, out);
        continue;
      }
      int length = length(first & 0xff);
      int valid = length == 0 ? 1 : valid(bytes, at, end, length);
      if (valid < length && at + valid == end) {
        break; // more may come
      }
      if (valid != length) {
        result = CoderResult.malformedForLength(valid);
        break;
      }
      int point = point(bytes, at, length);
      if (point >= 0xd800 && point < 0xe000) {
        result = CoderResult.malformedForLength(length);
        break;
      }
      if (out.remaining() < (length == 4 ? 2 : 1)) {
        result = CoderResult.OVERFLOW;
        break;
      }
      if (length == 4) {
        out.put((char) (0xd7c0 + (point >> 10)));
        out.put((char) (0xdc00 + (point & 0x3ff)));
      } else {
        out.put((char) point);
      }
      at += length;
    }
    in.position(in.position() + at - start);
    return result;
  }

  /** As many as there are in a row and fit. */
  private static int ascii(byte[] bytes, int from, int end, CharBuffer out) {
    int last = Math.min(end, from + out.remaining());
    int at = from;
    if (out.hasArray()) {
      char[] chars = out.array();
      int to = out.arrayOffset() + out.position();
      while (at < last && bytes[at] >= 0) {
        chars[to++] = (char) bytes[at++];
      }
      out.position(out.position() + at - from);
    } else {
      while (at < last && bytes[at] >= 0) {
        out.put((char) bytes[at++]);
      }
    }
    return at;
  }

  private static int length(int first) {
    if (first < 0xc2 || first > 0xf4) {
      return 0;
    }
    return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  }

  private static int valid(byte[] bytes, int at, int end, int length) {
    int valid = 1;
    while (valid < length && at + valid < end) {
      int next = bytes[at + valid] & 0xff;
      boolean second = valid == 1;
      int least = second && bytes[at] == (byte) 0xe0 ? 0xa0 : 0x80;
      least = second && bytes[at] == (byte) 0xf0 ? 0x90 : least;
      int most = second && bytes[at] == (byte) 0xf4 ? 0x8f : 0xbf;
      if (next < least || next > most) {
        break;
      }
      valid++;
    }
    return valid;
  }

  private static int point(byte[] bytes, int at, int length) {
    int point = bytes[at] & (0x7f >> length);
    for (int i = 1; i < length; i++) {
      point = (point << 6) | (bytes[at + i] & 0x3f);
    }
    return point;
  }
}

package coldbench.semantics.classes.java.util;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * The basic and the URL-safe alphabet of RFC 4648. Source:
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/Base64.html
 */
public final class Base64 {
  private static final String COMMON =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final String BASIC = COMMON + "+/";
  private static final String URL = COMMON + "-_";

  private Base64() {}

  public static Encoder getEncoder() {
    return new Encoder(BASIC, true);
  }

  public static Encoder getUrlEncoder() {
    return new Encoder(URL, true);
  }

  public static Decoder getDecoder() {
    return new Decoder(BASIC);
  }

  public static Decoder getUrlDecoder() {
    return new Decoder(URL);
  }

  /** Three bytes to four characters. */
  public static final class Encoder {
    private final String alphabet;
    private final boolean padding;

    Encoder(String alphabet, boolean padding) {
      this.alphabet = alphabet;
      this.padding = padding;
    }

    public Encoder withoutPadding() {
      return new Encoder(alphabet, false);
    }

    public byte[] encode(byte[] source) {
      int rest = source.length % 3;
      int length = source.length / 3 * 4 + (rest == 0 ? 0 : padding ? 4 : rest + 1);
      byte[] text = new byte[length];
      int to = 0;
      for (int from = 0; from < source.length; from += 3) {
        int bits = (source[from] & 0xff) << 16;
        bits |= from + 1 < source.length ? (source[from + 1] & 0xff) << 8 : 0;
        bits |= from + 2 < source.length ? source[from + 2] & 0xff : 0;
        int characters = Math.min(4, source.length - from + 1);
        for (int i = 0; i < characters; i++) {
          text[to++] = (byte) alphabet.charAt((bits >> (18 - 6 * i)) & 63);
        }
      }
      while (to < length) {
        text[to++] = '=';
      }
      return text;
    }

    public String encodeToString(byte[] source) {
      return new String(encode(source), StandardCharsets.ISO_8859_1);
    }

    public int encode(byte[] source, byte[] target) {
      byte[] text = encode(source);
      if (target.length < text.length) {
        throw new IllegalArgumentException(
            "Output byte array is too small for encoding all input bytes");
      }
      System.arraycopy(text, 0, target, 0, text.length);
      return text.length;
    }
  }

  /** Four characters to three bytes; the padding at the end may be left out. */
  public static final class Decoder {
    private final byte[] values = new byte[128];

    Decoder(String alphabet) {
      Arrays.fill(values, (byte) -1);
      for (int i = 0; i < alphabet.length(); i++) {
        values[alphabet.charAt(i)] = (byte) i;
      }
    }

    public byte[] decode(String text) {
      return decode(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public byte[] decode(byte[] text) {
      Objects.requireNonNull(text);
      int length = characters(text);
      byte[] bytes = new byte[(int) (length * 3L / 4)];
      int to = 0;
      int bits = 0;
      for (int i = 0; i < length; i++) {
        bits = (bits << 6) | value(text[i]);
        if (i % 4 == 3) {
          bytes[to++] = (byte) (bits >> 16);
          bytes[to++] = (byte) (bits >> 8);
          bytes[to++] = (byte) bits;
          bits = 0;
        }
      }
      switch (length % 4) {
        case 1 -> throw new IllegalArgumentException("Last unit does not have enough valid bits");
        case 2 -> bytes[to] = (byte) (bits >> 4);
        case 3 -> {
          bytes[to++] = (byte) (bits >> 10);
          bytes[to] = (byte) (bits >> 2);
        }
        default -> {}
      }
      return bytes;
    }

    public int decode(byte[] text, byte[] target) {
      byte[] bytes = decode(text);
      if (target.length < bytes.length) {
        throw new IllegalArgumentException(
            "Output byte array is too small for decoding all input bytes");
      }
      System.arraycopy(bytes, 0, target, 0, bytes.length);
      return bytes.length;
    }

    /** How many come before the padding, which has to be whole where it is there. */
    private static int characters(byte[] text) {
      int length = text.length;
      int padding = 0;
      while (padding < 2 && length > 0 && text[length - 1] == '=') {
        length--;
        padding++;
      }
      if (padding > 0 && (text.length % 4 != 0 || length % 4 < 2)) {
        throw new IllegalArgumentException("Input byte array has wrong 4-byte ending unit");
      }
      return length;
    }

    private int value(byte character) {
      int value = character < 0 ? -1 : values[character];
      if (value < 0) {
        throw new IllegalArgumentException(
            "Illegal base64 character " + Integer.toString(character & 0xff, 16));
      }
      return value;
    }
  }
}

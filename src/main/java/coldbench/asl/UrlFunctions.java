package coldbench.asl;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata.JFunction;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The functions that encode and decode parts of URLs, as JavaScript has them. The library leaves
 * the path of a URL as it is, takes a plus sign for a space, and lets broken escapes pass.
 *
 * @see <a href="https://tc39.es/ecma262/#sec-uri-handling-functions">URI handling functions</a>
 */
final class UrlFunctions {
  /** What stands for itself in any part of a URL, besides letters and digits. */
  private static final String UNRESERVED = "-_.!~*'()";

  /** What has a meaning in a URL, and so is left alone in a whole one. */
  private static final String RESERVED = ";/?:@&=+$,#";

  private UrlFunctions() {}

  static void define(Map<String, JFunction> functions) {
    define(functions, "encodeUrlComponent", text -> encode(text, UNRESERVED));
    define(functions, "encodeUrl", text -> encode(text, UNRESERVED + RESERVED));
    define(functions, "decodeUrlComponent", text -> decode(text, ""));
    define(functions, "decodeUrl", text -> decode(text, RESERVED));
  }

  private interface Coding {
    String apply(String text) throws CharacterCodingException;
  }

  private static void define(Map<String, JFunction> functions, String name, Coding coding) {
    StepFunctionsLibrary.define(
        functions,
        name,
        "<s-:s>",
        (in, args) -> apply(name, coding, StepFunctionsLibrary.argument(args, 0)));
  }

  private static @Nullable Object apply(String name, Coding coding, @Nullable Object text) {
    if (!(text instanceof String string)) {
      return null;
    }
    try {
      return coding.apply(string);
    } catch (CharacterCodingException e) {
      throw new JException(e, "D3140", -1, name, text);
    }
  }

  private static String encode(String text, String kept) throws CharacterCodingException {
    StringBuilder encoded = new StringBuilder();
    ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(java.nio.CharBuffer.wrap(text));
    while (bytes.hasRemaining()) {
      int b = bytes.get() & 0xFF;
      if (b < 0x80 && (Character.isLetterOrDigit(b) || kept.indexOf(b) >= 0)) {
        encoded.append((char) b);
      } else {
        encoded.append("%%%02X".formatted(b));
      }
    }
    return encoded.toString();
  }

  private static String decode(String text, String kept) throws CharacterCodingException {
    StringBuilder decoded = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) != '%') {
        decoded.append(text.charAt(at++));
        continue;
      }
      int length = utf8Length(escaped(text, at));
      ByteBuffer bytes = ByteBuffer.allocate(length);
      for (int i = 0; i < length; i++) {
        bytes.put((byte) escaped(text, at + 3 * i));
      }
      String character = StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
      int end = at + 3 * length;
      decoded.append(kept.contains(character) ? text.substring(at, end) : character);
      at = end;
    }
    return decoded.toString();
  }

  /** The byte of the escape that begins at an index. */
  private static int escaped(String text, int at) throws CharacterCodingException {
    if (at + 3 > text.length() || text.charAt(at) != '%') {
      throw new CharacterCodingException();
    }
    int high = Character.digit(text.charAt(at + 1), 16);
    int low = Character.digit(text.charAt(at + 2), 16);
    if (high < 0 || low < 0) {
      throw new CharacterCodingException();
    }
    return high * 16 + low;
  }

  /** How many bytes a character has that begins with this one. */
  private static int utf8Length(int first) throws CharacterCodingException {
    if (first < 0x80) {
      return 1;
    } else if (first >= 0xC0 && first < 0xF8) {
      return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    }
    throw new CharacterCodingException();
  }
}

package coldbench.semantics.runtime;

import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Objects;

/** As strings, readers and writers look for a charset: what is none is a checked exception. */
public final class CharsetNames {
  private CharsetNames() {}

  public static Charset charset(String name) throws UnsupportedEncodingException {
    try {
      return Charset.forName(known(Objects.requireNonNull(name, "charsetName")));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new UnsupportedEncodingException(name);
    }
  }

  /** For what people write in place of a charset's name. */
  private static String known(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "UTF8" -> "UTF-8";
      case "ISO8859_1", "ISO8859-1", "ISO_8859-1", "ISO_8859_1", "8859_1", "LATIN1", "L1" ->
          "ISO-8859-1";
      case "ASCII", "ISO646-US" -> "US-ASCII";
      default -> name;
    };
  }
}

package coldbench.semantics.classes.java.io;

import java.nio.charset.Charset;

/**
 * The names by which readers and writers say what they encode in: those of java.io in
 * https://docs.oracle.com/en/java/javase/17/intl/supported-encodings.html
 */
final class Encodings {
  private Encodings() {}

  static String oldName(Charset charset) {
    return switch (charset.name()) {
      case "UTF-8" -> "UTF8";
      case "ISO-8859-1" -> "ISO8859_1";
      case "US-ASCII" -> "ASCII";
      case "UTF-16BE" -> "UnicodeBigUnmarked";
      case "UTF-16LE" -> "UnicodeLittleUnmarked";
      default -> charset.name();
    };
  }
}

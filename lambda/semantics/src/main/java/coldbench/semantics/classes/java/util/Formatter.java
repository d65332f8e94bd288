package coldbench.semantics.classes.java.util;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.FormatterClosedException;
import java.util.List;
import java.util.Locale;
import java.util.MissingFormatArgumentException;
import java.util.Objects;
import java.util.UnknownFormatConversionException;

/** https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/Formatter.html */
public final class Formatter implements Closeable, Flushable {
  /** For the JDK's documentation lists it. */
  public enum BigDecimalLayoutForm {
    SCIENTIFIC,
    DECIMAL_FLOAT
  }

  private final Locale locale;
  private Appendable out;
  private IOException last;

  public Formatter() {
    this(new StringBuilder());
  }

  public Formatter(Appendable out) {
    this(out, Locale.getDefault());
  }

  public Formatter(Locale locale) {
    this(new StringBuilder(), locale);
  }

  public Formatter(Appendable out, Locale locale) {
    this.out = out == null ? new StringBuilder() : out;
    this.locale = locale;
  }

  public Formatter(PrintStream out) {
    this((Appendable) Objects.requireNonNull(out));
  }

  public Formatter(OutputStream out) {
    this(new BufferedWriter(new OutputStreamWriter(out, Charset.defaultCharset())));
  }

  public Locale locale() {
    ensureOpen();
    return locale;
  }

  public Appendable out() {
    ensureOpen();
    return out;
  }

  @Override
  public String toString() {
    ensureOpen();
    return out.toString();
  }

  @Override
  public void flush() {
    ensureOpen();
    if (out instanceof Flushable flushable) {
      try {
        flushable.flush();
      } catch (IOException e) {
        last = e;
      }
    }
  }

  @Override
  public void close() {
    if (out instanceof Closeable closeable) {
      try {
        closeable.close();
      } catch (IOException e) {
        last = e;
      }
    }
    out = null;
  }

  private void ensureOpen() {
    if (out == null) {
      throw new FormatterClosedException();
    }
  }

  public IOException ioException() {
    return last;
  }

  public Formatter format(String format, Object... arguments) {
    return format(locale, format, arguments);
  }

  public Formatter format(Locale locale, String format, Object... arguments) {
    ensureOpen();
    int ordinary = -1;
    int latest = -1;
    for (Object part : parse(format)) {
      try {
        if (part instanceof String text) {
          out.append(text);
          continue;
        }
        FormatSpecifier specifier = (FormatSpecifier) part;
        if (specifier.takesNone()) {
          specifier.print(self(), out, null, locale);
          continue;
        }
        if (specifier.index() > 0) {
          latest = specifier.index() - 1;
        } else if (specifier.index() == 0) {
          latest = ++ordinary;
        }
        if (latest < 0 || (arguments != null && latest >= arguments.length)) {
          throw new MissingFormatArgumentException(specifier.text());
        }
        specifier.print(self(), out, arguments == null ? null : arguments[latest], locale);
      } catch (IOException e) {
        last = e;
      }
    }
    return this;
  }

  /** This is the JDK's, once it is compiled. */
  private java.util.Formatter self() {
    return (java.util.Formatter) (Object) this;
  }

  /** Texts and specifiers: what is wrong with one of them is said before anything is printed. */
  private static List<Object> parse(String format) {
    List<Object> parts = new ArrayList<>();
    int at = 0;
    while (at < format.length()) {
      int percent = format.indexOf('%', at);
      if (percent < 0) {
        parts.add(format.substring(at));
        break;
      }
      if (percent > at) {
        parts.add(format.substring(at, percent));
      }
      if (percent + 1 == format.length()) {
        throw new UnknownFormatConversionException("%");
      }
      at = FormatSpecifier.end(format, percent);
      parts.add(FormatSpecifier.parse(format.substring(percent, at)));
    }
    return parts;
  }
}

package coldbench.semantics.library.time.format;

import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/**
 * In English, and in no language where that is the same:
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/time/format/DateTimeFormatter.html
 */
public final class DateTimeFormatter {
  /** Which are short ones in no language at all. */
  private static final String[] WHOLE_NAMES = {"MMMM", "LLLL", "EEEE", "QQQQ", "GGGG"};

  private DateTimeFormatter() {}

  public static java.time.format.DateTimeFormatter ofPattern(String pattern) {
    return new DateTimeFormatterBuilder().appendPattern(pattern).toFormatter(Locale.ENGLISH);
  }

  public static java.time.format.DateTimeFormatter ofPattern(String pattern, Locale locale) {
    String language = locale.getLanguage();
    if (!language.isEmpty() && !language.equals("en")) {
      throw new UnsupportedOperationException(
          "locale is " + locale + ", expected an English one, or Locale.ROOT");
    }
    for (String names : WHOLE_NAMES) {
      if (language.isEmpty() && pattern.contains(names)) {
        throw new UnsupportedOperationException(
            "locale is Locale.ROOT with the pattern " + pattern + ", expected Locale.ENGLISH");
      }
    }
    return ofPattern(pattern);
  }
}

package coldbench.semantics.library.time.temporal;

import java.util.Locale;

/**
 * Of English without a country, as in the United States:
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/time/temporal/WeekFields.html#of(java.util.Locale)
 */
public final class WeekFields {
  private WeekFields() {}

  public static java.time.temporal.WeekFields of(Locale locale) {
    if (!locale.equals(Locale.ENGLISH) && !locale.equals(Locale.US)) {
      throw new UnsupportedOperationException(
          "locale is " + locale + ", expected Locale.ENGLISH or Locale.US");
    }
    return java.time.temporal.WeekFields.SUNDAY_START;
  }
}

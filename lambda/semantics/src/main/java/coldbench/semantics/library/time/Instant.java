package coldbench.semantics.library.time;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;

/**
 * With any offset, as since JDK 12:
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/time/Instant.html#parse(java.lang.CharSequence)
 */
public final class Instant {
  private Instant() {}

  public static java.time.Instant parse(CharSequence text) {
    try {
      return java.time.Instant.from(DateTimeFormatter.ISO_INSTANT.parse(text));
    } catch (DateTimeParseException e) {
      return withOffset(text, e);
    }
  }

  private static java.time.Instant withOffset(CharSequence text, DateTimeParseException otherwise) {
    DateTimeFormatter format =
        new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .appendValue(ChronoField.HOUR_OF_DAY, 2)
            .appendLiteral(':')
            .appendValue(ChronoField.MINUTE_OF_HOUR, 2)
            .appendLiteral(':')
            .appendValue(ChronoField.SECOND_OF_MINUTE, 2)
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendOffsetId()
            .toFormatter();
    try {
      return OffsetDateTime.parse(text, format).toInstant();
    } catch (DateTimeParseException e) {
      throw otherwise;
    }
  }
}

package coldbench.semantics.library.time.format;

import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Set;

/**
 * Without names of time zones:
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/time/format/DateTimeFormatterBuilder.html#appendZoneText(java.time.format.TextStyle)
 */
@SuppressWarnings("DoNotCallSuggester") // named after what it stands for
public final class DateTimeFormatterBuilder {
  private static final String NO_NAMES =
      "Names of time zones (z, zzzz in a pattern) are not there, expected an ID or an offset (VV, XXX)";

  private DateTimeFormatterBuilder() {}

  public java.time.format.DateTimeFormatterBuilder appendZoneText(TextStyle style) {
    throw new UnsupportedOperationException(NO_NAMES);
  }

  public java.time.format.DateTimeFormatterBuilder appendZoneText(
      TextStyle style, Set<ZoneId> preferred) {
    throw new UnsupportedOperationException(NO_NAMES);
  }
}

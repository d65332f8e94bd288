package coldbench.semantics.library.time.chrono;

import java.time.DateTimeException;
import java.time.chrono.Chronology;
import java.time.chrono.IsoChronology;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * The ISO calendar is the only one:
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/time/chrono/Chronology.html
 */
public final class AbstractChronology {
  /** Names and CLDR's types of those that a JVM has besides. */
  private static final List<String> OTHERS =
      List.of(
          "Hijrah-umalqura",
          "islamic-umalqura",
          "Japanese",
          "japanese",
          "Minguo",
          "roc",
          "ThaiBuddhist",
          "buddhist");

  private AbstractChronology() {}

  public static Chronology of(String id) {
    Objects.requireNonNull(id, "id");
    if (id.equals("ISO") || id.equals("iso8601")) {
      return IsoChronology.INSTANCE;
    }
    if (OTHERS.contains(id)) {
      throw new UnsupportedOperationException("calendar is " + id + ", expected ISO");
    }
    throw new DateTimeException("Unknown chronology: " + id);
  }

  public static Chronology ofLocale(Locale locale) {
    Objects.requireNonNull(locale, "locale");
    return IsoChronology.INSTANCE;
  }

  public static Set<Chronology> getAvailableChronologies() {
    return Set.of(IsoChronology.INSTANCE);
  }
}

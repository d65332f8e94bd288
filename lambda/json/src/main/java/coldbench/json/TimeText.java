package coldbench.json;

import coldbench.runtime.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Times and dates as text by RFC 3339, https://www.rfc-editor.org/rfc/rfc3339#section-5.6; without
 * java.time's formatters, which would be most of a native executable.
 */
final class TimeText {
  private static final int DAY = 86_400;
  private static final long FIRST = -62_167_219_200L; // 0000-01-01
  private static final long LAST = 253_402_300_799L; // 9999-12-31
  private static final int LAST_YEAR = 9999;
  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private final String text;
  private int at;
  private boolean valid = true;

  private TimeText(String text) {
    this.text = text;
  }

  /** Such as {@code 2026-01-31T23:59:59Z}, with a fraction of 3, 6 or 9 digits where it has one. */
  static String of(Instant instant) {
    long second = instant.getEpochSecond();
    if (second < FIRST || second > LAST) {
      throw new IllegalArgumentException(
          "a time " + second + " s after 1970 cannot be written, expected the years 0 to 9999");
    }
    String text = Timestamp.rfc3339(second * 1000);
    String whole = text.substring(0, text.indexOf('.'));
    int nanos = instant.getNano();
    if (nanos == 0) {
      return whole + "Z";
    }
    String digits = Integer.toString(1_000_000_000 + nanos).substring(1);
    int length = nanos % 1_000_000 == 0 ? 3 : nanos % 1000 == 0 ? 6 : 9;
    return whole + "." + digits.substring(0, length) + "Z";
  }

  /** Such as {@code 2026-01-31}. */
  static String of(LocalDate date) {
    if (date.getYear() < 0 || date.getYear() > LAST_YEAR) {
      throw new IllegalArgumentException(
          "a date in the year "
              + date.getYear()
              + " cannot be written, expected the years 0 to 9999");
    }
    return date.toString();
  }

  /** Empty if the text is no date. */
  static Optional<LocalDate> parseDate(String text) {
    TimeText time = new TimeText(text);
    long day = time.date();
    return time.valid && time.at == text.length()
        ? Optional.of(LocalDate.ofEpochDay(day))
        : Optional.empty();
  }

  /** Empty if the text is no time, or one of the second 60, which Java does not have. */
  static Optional<Instant> parse(String text) {
    return new TimeText(text).parse();
  }

  private Optional<Instant> parse() {
    long day = date();
    if (at < text.length() && "Tt ".indexOf(text.charAt(at)) >= 0) {
      at++;
    } else {
      valid = false;
    }
    int hour = digits(2);
    expect(':');
    int minute = digits(2);
    expect(':');
    int second = digits(2);
    int nanos = fraction();
    int offset = offset();
    if (!valid || at != text.length() || hour >= 24 || minute >= 60 || second >= 60) {
      return Optional.empty();
    }
    long time = day * DAY + hour * 3600L + minute * 60L + second;
    return Optional.of(Instant.ofEpochSecond(time - offset, nanos));
  }

  /** In days since 1970. */
  private long date() {
    int year = digits(4);
    expect('-');
    int month = digits(2);
    expect('-');
    int day = digits(2);
    valid = valid && month >= 1 && month <= 12 && day >= 1 && day <= days(year, month);
    return valid ? epochDay(year, month, day) : 0;
  }

  private int fraction() {
    int nanos = 0;
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      int start = at;
      int unit = 100_000_000;
      while (at < text.length() && digit(text.charAt(at)) >= 0) {
        nanos += digit(text.charAt(at++)) * unit; // beyond nanoseconds the unit is 0
        unit /= 10;
      }
      valid &= at > start;
    }
    return nanos;
  }

  /** In seconds. */
  private int offset() {
    char sign = at < text.length() ? text.charAt(at++) : ' ';
    if (sign == 'Z' || sign == 'z') {
      return 0;
    }
    valid &= sign == '+' || sign == '-';
    int hour = digits(2);
    expect(':');
    int minute = digits(2);
    valid &= hour < 24 && minute < 60;
    int seconds = hour * 3600 + minute * 60;
    return sign == '-' ? -seconds : seconds;
  }

  private int digits(int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
      int digit = at < text.length() ? digit(text.charAt(at)) : -1;
      valid &= digit >= 0;
      value = value * 10 + digit;
      at++;
    }
    return value;
  }

  private static int digit(char c) {
    return c >= '0' && c <= '9' ? c - '0' : -1;
  }

  private void expect(char c) {
    valid &= at < text.length() && text.charAt(at) == c;
    at++;
  }

  private static int days(int year, int month) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return DAYS[month - 1] + (month == 2 && leap ? 1 : 0);
  }

  /**
   * Days since 1970.
   *
   * <p>Source: "days from civil", https://howardhinnant.github.io/date_algorithms.html
   */
  private static long epochDay(int year, int month, int day) {
    long fromMarch = month <= 2 ? year - 1L : year;
    long era = Math.floorDiv(fromMarch, 400L);
    long yearOfEra = fromMarch - era * 400;
    long dayOfYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
  }
}

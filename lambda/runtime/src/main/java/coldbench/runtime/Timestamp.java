package coldbench.runtime;

/** Times as text, without java.time: that would be a third of the native binary. */
public final class Timestamp {
  private Timestamp() {}

  /**
   * Such as {@code 2026-01-31T23:59:59.999Z}.
   *
   * <p>Source: "days to civil", https://howardhinnant.github.io/date_algorithms.html: years begin
   * in March, 400 of them are an era of 146,097 days.
   */
  public static String rfc3339(long epochMillis) {
    long days = Math.floorDiv(epochMillis, 86_400_000L) + 719_468;
    long era = Math.floorDiv(days, 146_097L);
    int dayOfEra = (int) (days - era * 146_097);
    int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int monthFromMarch = (5 * dayOfYear + 2) / 153;
    int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
    long year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
    int millis = (int) Math.floorMod(epochMillis, 86_400_000L);

    StringBuilder text = new StringBuilder(24);
    digits(text, year, 4).append('-');
    digits(text, month, 2).append('-');
    digits(text, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1, 2).append('T');
    digits(text, millis / 3_600_000, 2).append(':');
    digits(text, millis / 60_000 % 60, 2).append(':');
    digits(text, millis / 1000 % 60, 2).append('.');
    return digits(text, millis % 1000, 3).append('Z').toString();
  }

  private static StringBuilder digits(StringBuilder text, long value, int width) {
    String number = Long.toString(value);
    for (int i = number.length(); i < width; i++) {
      text.append('0');
    }
    return text.append(number);
  }
}

package coldbench.aws;

import java.util.OptionalLong;

/** The field Date (RFC 9110, 5.6.7), such as {@code Sun, 06 Nov 1994 08:49:37 GMT}. */
final class HttpDate {
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

  private HttpDate() {}

  /** In ms since 1970 UTC; empty if it is not of that form. */
  static OptionalLong parse(String text) {
    if (text.length() != 29 || !text.endsWith(" GMT")) {
      return OptionalLong.empty();
    }
    int month = MONTHS.indexOf(text.substring(8, 11));
    long day = number(text, 5, 7);
    long year = number(text, 12, 16);
    long hour = number(text, 17, 19);
    long minute = number(text, 20, 22);
    long second = number(text, 23, 25);
    if (month < 0
        || month % 3 != 0
        || day < 0
        || year < 0
        || hour < 0
        || minute < 0
        || second < 0) {
      return OptionalLong.empty();
    }
    // Years begin in March, see Timestamp.
    int m = month / 3 + 1;
    long y = m > 2 ? year : year - 1;
    long dayOfYear = (153L * (m > 2 ? m - 3 : m + 9) + 2) / 5 + day - 1;
    long era = Math.floorDiv(y, 400L);
    long yearOfEra = y - era * 400;
    long days =
        era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
    return OptionalLong.of((days * 86_400 + hour * 3600 + minute * 60 + second) * 1000);
  }

  private static long number(String text, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}

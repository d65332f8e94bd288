package coldbench.semantics.library.time;

import java.time.Duration;
import java.time.format.DateTimeParseException;

/**
 * A duration as {@code P1DT2H3M4.5S}, each part of which may have a sign, and the whole. Source:
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/time/Duration.html#parse(java.lang.CharSequence)
 */
final class DurationText {
  private static final int FRACTION_DIGITS = 9;

  private final CharSequence text;
  private int at;

  DurationText(CharSequence text) {
    this.text = text;
  }

  Duration parsed() {
    boolean negative = skip('-');
    if (!negative) {
      skip('+');
    }
    if (!skip('P')) {
      throw failed(null);
    }
    try {
      int before = at;
      long seconds = part('D', 86400);
      if (skip('T')) {
        before = at;
        seconds = Math.addExact(seconds, part('H', 3600));
        seconds = Math.addExact(seconds, part('M', 60));
        Duration rest = seconds();
        seconds = Math.addExact(seconds, rest.getSeconds());
        return ended(before, negative, Duration.ofSeconds(seconds, rest.getNano()));
      }
      return ended(before, negative, Duration.ofSeconds(seconds));
    } catch (ArithmeticException | NumberFormatException e) {
      throw failed(e);
    }
  }

  private Duration ended(int before, boolean negative, Duration found) {
    if (at == before || at < text.length()) {
      throw failed(null);
    }
    return negative ? found.negated() : found;
  }

  private boolean skip(char letter) {
    boolean there = at < text.length() && Character.toUpperCase(text.charAt(at)) == letter;
    at += there ? 1 : 0;
    return there;
  }

  /** In seconds; 0 where no number is followed by the letter. */
  private long part(char letter, int size) {
    int start = at;
    String number = number();
    if (number.isEmpty() || !skip(letter)) {
      at = start;
      return 0;
    }
    return Math.multiplyExact(Long.parseLong(number), (long) size);
  }

  private Duration seconds() {
    int start = at;
    String number = number();
    int nanos = 0;
    if (!number.isEmpty() && (skip('.') || skip(','))) {
      int digits = 0;
      for (; digits < FRACTION_DIGITS && isDigit(); digits++) {
        nanos = nanos * 10 + (text.charAt(at++) - '0');
      }
      for (; digits < FRACTION_DIGITS; digits++) {
        nanos *= 10;
      }
    }
    if (number.isEmpty() || !skip('S')) {
      at = start;
      return Duration.ZERO;
    }
    return Duration.ofSeconds(Long.parseLong(number), number.startsWith("-") ? -nanos : nanos);
  }

  /** Digits with a sign or without one, or nothing. */
  private String number() {
    int start = at;
    if (!skip('-')) {
      skip('+');
    }
    int digits = at;
    while (isDigit()) {
      at++;
    }
    return at == digits ? "" : text.subSequence(start, at).toString();
  }

  private boolean isDigit() {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private DateTimeParseException failed(RuntimeException cause) {
    return new DateTimeParseException("Text cannot be parsed to a Duration", text, 0, cause);
  }
}

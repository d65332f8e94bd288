package coldbench.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code --update-time}: a number with its unit, {@code s} or {@code ms}. */
final class UpdateTime {
  private static final Duration MAX = Duration.ofSeconds(50);
  private static final Pattern FORM = Pattern.compile("(\\d{1,5}(?:\\.\\d{1,3})?)(ms|s)");

  private UpdateTime() {}

  /** A time from 0 s to 50 s: the machine gives up after 30 looks, 2 s apart. */
  static Duration parse(String value) {
    Matcher form = FORM.matcher(value);
    if (form.matches()) {
      BigDecimal milliseconds =
          new BigDecimal(form.group(1)).movePointRight(form.group(2).equals("s") ? 3 : 0);
      Duration time = Duration.ofNanos(milliseconds.movePointRight(6).longValueExact());
      if (time.compareTo(MAX) <= 0) {
        return time;
      }
    }
    throw new InvalidOptionsException(
        "--update-time is \"" + value + "\", expected 0s to 50s, such as 0.5s or 500ms");
  }
}

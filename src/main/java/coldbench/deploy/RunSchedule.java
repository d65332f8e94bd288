package coldbench.deploy;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * When EventBridge Scheduler starts a run, at most once an hour: runs take minutes, and a second
 * one beside the first is refused.
 *
 * @param expression {@code rate(…)} or {@code cron(…)}, in UTC
 * @see <a
 *     href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html">Schedule
 *     types in EventBridge Scheduler</a>
 */
record RunSchedule(String expression) {
  static final String ALLOWED =
      "off, rate(N hours), rate(N days), or cron(MINUTE HOUR DAY MONTH WEEKDAY YEAR) with a number as"
          + " MINUTE and ? as DAY or WEEKDAY, such as rate(1 day) or cron(0 3 * * ? *)";

  private static final Pattern RATE =
      Pattern.compile("rate\\(([1-9][0-9]{0,4}) (minutes|hours?|days?)\\)");
  private static final Pattern CRON = Pattern.compile("cron\\(([^()]*)\\)");
  private static final int SHORTEST_MINUTES = 60;
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

  /** Empty where the text is no such expression; {@code off} is no schedule. */
  static Optional<Optional<RunSchedule>> parse(String text) {
    if (text.equals("off")) {
      return Optional.of(Optional.empty());
    }
    return isRate(text) || isCron(text)
        ? Optional.of(Optional.of(new RunSchedule(text)))
        : Optional.empty();
  }

  private static boolean isRate(String text) {
    Matcher rate = RATE.matcher(text);
    return rate.matches()
        && (!rate.group(2).equals("minutes")
            || Integer.parseInt(rate.group(1)) >= SHORTEST_MINUTES);
  }

  private static boolean isCron(String text) {
    Matcher cron = CRON.matcher(text);
    if (!cron.matches()) {
      return false;
    }
    String[] fields = cron.group(1).split(" ", -1);
    return fields.length == 6
        && isNumber(fields[0], 0, 59)
        && isList(fields[1], each -> isNumber(each, 0, 23))
        && isList(fields[3], each -> isNumber(each, 1, 12) || MONTHS.contains(each))
        && isList(fields[5], each -> isNumber(each, 1970, 2199))
        && (fields[2].equals("?")
            ? isWeekday(fields[4])
            : isDay(fields[2]) && fields[4].equals("?"));
  }

  private static boolean isDay(String field) {
    return field.matches("L|LW|([1-9]|[12][0-9]|3[01])W")
        || isList(field, each -> isNumber(each, 1, 31));
  }

  private static boolean isWeekday(String field) {
    return field.matches("L|([1-7]|" + String.join("|", DAYS) + ")(L|#[1-5])")
        || isList(field, each -> isNumber(each, 1, 7) || DAYS.contains(each));
  }

  /** Values, ranges of them, or all, each perhaps in steps, with commas between. */
  private static boolean isList(String field, Predicate<String> isValue) {
    return Stream.of(field.split(",", -1))
        .allMatch(
            item -> {
              String[] steps = item.split("/", -1);
              String[] ends = steps[0].split("-", -1);
              return steps.length <= 2
                  && (steps.length == 1 || isNumber(steps[1], 1, 999))
                  && ends.length <= 2
                  && (steps[0].equals("*") || Stream.of(ends).allMatch(isValue));
            });
  }

  private static boolean isNumber(String text, int least, int most) {
    return text.matches("[0-9]{1,4}")
        && Integer.parseInt(text) >= least
        && Integer.parseInt(text) <= most;
  }
}

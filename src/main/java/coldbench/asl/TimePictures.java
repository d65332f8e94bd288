package coldbench.asl;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times in the form of a picture, with weeks as jsonata-js counts them: a week is of the year, and
 * of the month, that its Thursday is in (ISO 8601). The library counts otherwise around their ends,
 * and its errors have no codes.
 */
final class TimePictures {
  /** A bracket that stands for itself, or a marker: of a week's year, month or number, or else. */
  private static final Pattern PART =
      Pattern.compile("\\[\\[|]]|\\[\\s*(?<week>[XxWw])(?<form>[^]]*)]|\\[[^]]*]");

  private static final Map<String, String> CODES =
      Map.of(
          "Formatting or parsing an integer as a sequence", "D3130",
          "In a decimal digit pattern", "D3131",
          "Unknown component specifier", "D3132",
          "The 'name' modifier", "D3133",
          "The timezone integer format", "D3134",
          "No matching closing bracket", "D3135",
          "The date/time picture string is missing", "D3136");

  private TimePictures() {}

  /** What {@code $fromMillis} is. */
  static @Nullable String format(
      @Nullable Number millis, @Nullable String picture, @Nullable String timezone) {
    if (millis == null || picture == null) {
      return Functions.dateTimeFromMillis(millis, picture, timezone);
    }
    Matcher part = PART.matcher(picture);
    StringBuilder withoutWeeks = new StringBuilder();
    while (part.find()) {
      // Of two closing brackets at the end of a text the library would leave none.
      String text =
          part.group("week") == null
              ? part.group().replace("]]", "]")
              : week(part, millis, timezone).replace("[", "[[");
      part.appendReplacement(withoutWeeks, Matcher.quoteReplacement(text));
    }
    part.appendTail(withoutWeeks);
    return written(millis, withoutWeeks.toString(), timezone);
  }

  /** What {@code $toMillis} is. */
  static @Nullable Object parse(@Nullable String timestamp, @Nullable String picture)
      throws ParseException {
    try {
      return Functions.dateTimeToMillis(timestamp, picture);
    } catch (DateTimeException e) {
      throw new JException(e, "D3110", -1, timestamp, null);
    } catch (JException e) {
      throw e;
    } catch (RuntimeException e) {
      throw coded(e);
    }
  }

  /** A marker's text, as the library writes another of the same number and form. */
  private static String week(Matcher marker, Number millis, @Nullable String timezone) {
    LocalDate date = LocalDate.parse(written(millis, "[Y0001]-[M01]-[D01]", timezone));
    LocalDate thursday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusDays(3);
    String component = marker.group("week");
    String form = marker.group("form").replaceAll("\\s", "");
    if (!component.equals("x") && form.matches("[nN].*")) {
      throw new JException("D3133", -1, component);
    }
    return switch (component) {
      // Unlike that of a date, this year is never cut to the last of its digits.
      case "X" -> Functions.formatInteger(thursday.getYear(), integer(form));
      case "x" -> of(thursday, "[M" + form + "]");
      case "W" ->
          of(LocalDate.ofYearDay(2001, (thursday.getDayOfYear() + 6) / 7), "[d" + form + "]");
      default -> of(LocalDate.of(2001, 1, (thursday.getDayOfMonth() + 6) / 7), "[D" + form + "]");
    };
  }

  /** The picture of an integer that a marker's form without its width stands for. */
  private static String integer(String form) {
    String presentation = form.replaceFirst(",.*", "");
    return presentation.isEmpty() ? "1" : presentation.replaceFirst("(?<=.)o$", ";o");
  }

  private static String of(LocalDate date, String marker) {
    return written(date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli(), marker, null);
  }

  private static String written(Number millis, String picture, @Nullable String timezone) {
    try {
      return Functions.dateTimeFromMillis(millis, picture, timezone);
    } catch (JException e) {
      throw e;
    } catch (RuntimeException e) {
      throw coded(e);
    }
  }

  /** Of two of them the text ends with the letter that is wrong. */
  private static RuntimeException coded(RuntimeException e) {
    String text = String.valueOf(e.getMessage());
    Matcher letter = Pattern.compile("specifier (.) in|not (.)$").matcher(text);
    String wrong =
        !letter.find() ? null : letter.group(1) != null ? letter.group(1) : letter.group(2);
    return CODES.entrySet().stream()
        .filter(each -> text.startsWith(each.getKey()))
        .findFirst()
        .<RuntimeException>map(each -> new JException(e, each.getValue(), -1, wrong, null))
        .orElse(e);
  }
}

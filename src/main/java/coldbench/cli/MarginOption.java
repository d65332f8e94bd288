package coldbench.cli;

import coldbench.analysis.Margin;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** How far two things may lie apart and still be taken for equal. */
final class MarginOption {
  private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,6})?)(%|ms)");

  @Option(
      names = "--margin",
      paramLabel = "MARGIN",
      defaultValue = "10%",
      description =
          "Times that are shown to lie no further apart are called equal: a percentage, or milliseconds such as 2ms (default: ten percent).")
  private String text = "10%";

  /**
   * The margin itself.
   *
   * @throws InvalidOptionsException if the option is none
   */
  Margin margin() {
    Matcher amount = AMOUNT.matcher(text);
    double value = amount.matches() ? Double.parseDouble(amount.group(1)) : 0;
    if (value == 0) {
      throw new InvalidOptionsException(
          "--margin is %s, expected a percentage or milliseconds above 0, such as 10%% or 2ms"
              .formatted(text));
    }
    return amount.group(2).equals("%") ? new Margin.Percent(value) : new Margin.Milliseconds(value);
  }
}

package coldbench.report;

import coldbench.analysis.Comparison;
import coldbench.analysis.Difference;
import coldbench.analysis.Figure;
import coldbench.analysis.Findings;
import coldbench.analysis.Interval;
import coldbench.analysis.Ratio;
import coldbench.analysis.Verdict;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What it costs to differ: of two functions that are alike but for a few settings, how many
 * milliseconds and percent the one takes longer than the other.
 */
final class DifferenceText {
  /** From here on a ratio is read more easily than a percentage. */
  private static final double TIMES = 3;

  private final Findings findings;
  private final Verdicts words;

  DifferenceText(Findings findings) {
    this.findings = findings;
    this.words = new Verdicts(findings);
  }

  /** One sentence for each pair, of the cold start only. */
  List<String> coldStarts(int memoryMb) {
    return sentences(memoryMb, List.of(Figure.COLD));
  }

  /** One sentence for each pair and figure. */
  List<String> all(int memoryMb) {
    return sentences(memoryMb, Findings.DIFFERING);
  }

  private List<String> sentences(int memoryMb, List<Figure> figures) {
    List<String> sentences = new ArrayList<>();
    for (Comparison comparison : findings.differences(memoryMb)) {
      if (figures.contains(comparison.figure())) {
        comparison
            .differenceMs()
            .ifPresent(difference -> sentences.add(sentence(comparison, difference)));
      }
    }
    return sentences;
  }

  private String sentence(Comparison comparison, Difference difference) {
    String function = words.title(comparison.function());
    String what = words.title(comparison.baseline()) + "'s " + name(comparison.figure());
    Interval ms = difference.interval();
    int decimals = decimals(ms);
    if (ms.contains(0)) {
      return "%s is not shown to add anything to %s (%s to %s ms, 95 %%)"
          .formatted(function, what, ms(ms.low(), decimals), ms(ms.high(), decimals));
    }
    boolean longer = difference.value() > 0;
    Interval shown = longer ? ms : new Interval(-ms.high(), -ms.low());
    return "%s %s %s ms %s %s (%s–%s, 95 %%)%s"
        .formatted(
            function,
            longer ? "adds" : "takes",
            ms(Math.abs(difference.value()), decimals),
            longer ? "to" : "off",
            what,
            ms(shown.low(), decimals),
            ms(shown.high(), decimals),
            percent(judged(comparison)));
  }

  /** The ratio of its verdict where there is one, so that one thing has one ratio. */
  private Ratio judged(Comparison comparison) {
    return findings
        .verdict(
            comparison.figure(),
            comparison.function(),
            comparison.baseline(),
            comparison.memoryMb())
        .map(Verdict::ratio)
        .orElse(comparison.ratio());
  }

  /** As many as the interval supports: two digits of its width. */
  private static int decimals(Interval interval) {
    double width = interval.high() - interval.low();
    return width <= 0 ? 2 : Math.max(0, Math.min(3, 1 - Format.exponent(width)));
  }

  private static String ms(double value, int decimals) {
    String number = String.format(Locale.ROOT, "%,." + decimals + "f", Math.abs(value));
    return (value < 0 ? "−" : "") + number;
  }

  private static String percent(Ratio ratio) {
    return ratio
        .interval()
        .map(
            range ->
                range.high() >= TIMES
                    ? ": " + new RatioText(ratio).whole() + " of it"
                    : String.format(
                            Locale.ROOT,
                            ": %+.0f %% (%+.0f to %+.0f %%)",
                            percent(ratio.value()),
                            percent(range.low()),
                            percent(range.high()))
                        .replace('-', '−'))
        .orElse("");
  }

  private static String name(Figure figure) {
    return switch (figure) {
      case INIT -> "init";
      case FIRST -> "first duration";
      default -> figure.event();
    };
  }

  private static double percent(double ratio) {
    return (ratio - 1) * 100;
  }

  /** Into the JSON report, with units in the names. */
  void write(ArrayNode differences, int memoryMb) {
    for (Comparison comparison : findings.differences(memoryMb)) {
      ObjectNode node = differences.addObject();
      node.put("function", comparison.function()).put("like", comparison.baseline());
      node.put("figure", comparison.figure().jsonName()).put("memoryMb", memoryMb);
      node.put("blocks", comparison.ratio().count());
      node.put("percent", percent(comparison.ratio().value()));
      comparison
          .ratio()
          .interval()
          .ifPresent(
              range ->
                  node.putArray("percentInterval")
                      .add(percent(range.low()))
                      .add(percent(range.high())));
      comparison
          .differenceMs()
          .ifPresent(
              difference -> {
                node.put("ms", difference.value());
                node.putArray("interval")
                    .add(difference.interval().low())
                    .add(difference.interval().high());
                node.put("shown", !difference.interval().contains(0));
              });
    }
  }
}

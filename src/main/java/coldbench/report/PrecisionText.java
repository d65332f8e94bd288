package coldbench.report;

import coldbench.analysis.Margin;
import coldbench.analysis.Precision;
import coldbench.analysis.Run;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;

/** How a run ended that was to go on until its ratios are known precisely enough. */
final class PrecisionText {
  private PrecisionText() {}

  static Optional<String> of(Run run) {
    return run.ending().flatMap(Run.Ending::precision).map(PrecisionText::sentence);
  }

  private static String sentence(Precision precision) {
    String asked = "±" + new Margin.Percent(precision.untilPercent());
    if (precision.reached()) {
      return "every ratio is known to within %s after %d of at most %d rounds, so the run ended%s"
          .formatted(asked, precision.rounds(), precision.most(), widest(precision));
    }
    return "not every ratio is known to within %s after %s, the most that were asked for%s"
        .formatted(asked, Counted.of(precision.rounds(), "round"), widest(precision));
  }

  private static String widest(Precision precision) {
    return precision
        .widest()
        .map(
            widest ->
                String.format(
                    Locale.ROOT,
                    " (the least known: %s, %s, at %d MB, ±%.1f %%)",
                    widest.function(),
                    widest.figure(),
                    widest.memoryMb(),
                    widest.percent()))
        .orElse("");
  }

  /** Beside a run's counts in JSON. */
  static void write(ObjectNode run, Precision precision) {
    ObjectNode node = run.putObject("until");
    node.put("percent", precision.untilPercent()).put("reached", precision.reached());
    node.put("rounds", precision.rounds()).put("most", precision.most());
    precision
        .widest()
        .ifPresent(
            widest ->
                node.putObject("widest")
                    .put("function", widest.function())
                    .put("memoryMb", widest.memoryMb())
                    .put("figure", widest.figure())
                    .put("percent", widest.percent()));
  }
}

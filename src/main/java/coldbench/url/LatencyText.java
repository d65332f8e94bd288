package coldbench.url;

import coldbench.analysis.Spread;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** What a load found, in lines for people. */
public final class LatencyText {
  private static final Map<String, Double> QUANTILES =
      new TreeMap<>(Map.of("p50", 0.5, "p90", 0.9, "p99", 0.99, "p99.9", 0.999));

  private LatencyText() {}

  /** A percentile stands only where the count supports it. */
  public static List<String> of(URI url, LoadResult result) {
    List<String> lines = new ArrayList<>();
    lines.add(url.toString());
    double[] first = result.connectingMs();
    if (first.length > 0) {
      lines.add(number("first requests ms, mean", Spread.of(first).mean()) + of(first.length));
    }
    double[] latenciesMs = result.latenciesMs();
    if (latenciesMs.length > 0) {
      Spread spread = Spread.of(latenciesMs);
      lines.add(number("next requests ms, mean", spread.mean()) + of(latenciesMs.length));
      lines.add(number("  min", spread.min()));
      QUANTILES.forEach(
          (name, p) -> {
            OptionalDouble value = spread.quantile(p);
            value.ifPresent(ms -> lines.add(number("  " + name, ms)));
          });
      lines.add(number("  max", spread.max()));
    }
    lines.add(number("requests a second", result.requestsPerSecond()));
    result.failures().forEach((what, times) -> lines.add("  failed " + times + " × " + what));
    return lines;
  }

  private static String number(String label, double value) {
    return String.format(Locale.ROOT, "  %-24s %10.3f", label, value);
  }

  private static String of(int count) {
    return " (of " + count + ")";
  }
}

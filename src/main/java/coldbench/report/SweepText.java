package coldbench.report;

import coldbench.analysis.Findings;
import coldbench.analysis.Recommendation;
import coldbench.analysis.Recommendation.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Which memory size to give each function, in words. */
final class SweepText {
  /** So many functions of one size are named in a headline. */
  private static final int NAMED = 3;

  private final Findings findings;
  private final Verdicts words;
  private final List<Recommendation> all;

  SweepText(Findings findings) {
    this.findings = findings;
    this.words = new Verdicts(findings);
    this.all = findings.recommendations();
  }

  /** One sentence for each function; empty where one size was measured. */
  List<String> sentences() {
    return all.stream().map(this::sentence).toList();
  }

  /** All of them in one, by size: of many functions that it fits only the first is named. */
  String together() {
    Map<Integer, List<String>> bySize = new TreeMap<>();
    all.forEach(
        each ->
            bySize
                .computeIfAbsent(each.memoryMb(), size -> new ArrayList<>())
                .add(words.title(each.function())));
    List<String> parts = new ArrayList<>();
    bySize.forEach(
        (size, functions) ->
            parts.add(
                mb(size)
                    + " for "
                    + (functions.size() <= NAMED
                        ? String.join(", ", functions)
                        : "%s and %d others".formatted(functions.get(0), functions.size() - 1))));
    return "Recommended memory: " + String.join("; ", parts);
  }

  private String sentence(Recommendation each) {
    Size size = each.size(each.memoryMb());
    Size cheapest = each.size(each.cheapestMb());
    String why =
        each.memoryMb() == each.cheapestMb()
            ? "nothing is cheaper, and nothing faster costs less than 10 % more"
            : "the smallest of the fastest within 10 %% of the cheapest, %s at %s"
                .formatted(mb(each.cheapestMb()), Format.DOLLARS.of(cheapest.dollars()));
    return "%s: %s of memory recommended (%s for a call, %s for a million; %s)"
        .formatted(
            words.title(each.function()),
            mb(each.memoryMb()),
            Format.MS.of(size.callMs()) + " ms",
            Format.DOLLARS.of(size.dollars()),
            why);
  }

  /** What else the sizes show. */
  List<String> details() {
    List<String> sentences = new ArrayList<>();
    for (Recommendation each : all) {
      Size fastest = each.size(each.fastestMb());
      if (each.fastestMb() != each.memoryMb()) {
        sentences.add(
            "%s takes the least time on average at %s: %s ms a call, at %s for a million."
                .formatted(
                    words.title(each.function()),
                    mb(each.fastestMb()),
                    Format.MS.of(fastest.callMs()),
                    Format.DOLLARS.of(fastest.dollars())));
      }
      for (int lower : each.equal()) {
        int higher =
            each.sizes().stream()
                .mapToInt(Size::memoryMb)
                .filter(memoryMb -> memoryMb > lower)
                .min()
                .orElse(lower);
        sentences.add(
            "%s: calls at %s and %s are equal within %s."
                .formatted(words.title(each.function()), mb(lower), mb(higher), findings.margin()));
      }
    }
    if (!all.isEmpty()) {
      sentences.add(
          "A call: the average at %s cold calls. Time and price are means; one size counts as slower where a 95 %% confidence interval shows it."
              .formatted(Format.PERCENT.of(findings.pricing().coldShare())));
    }
    return sentences;
  }

  static String mb(int memoryMb) {
    return String.format(Locale.ROOT, "%,d MB", memoryMb);
  }
}

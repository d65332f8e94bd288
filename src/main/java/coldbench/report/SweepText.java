package coldbench.report;

import coldbench.analysis.Findings;
import coldbench.analysis.Recommendation;
import coldbench.analysis.Recommendation.Size;
import coldbench.report.Table.Column;
import coldbench.report.Table.Kind;
import coldbench.report.Table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which memory size to give each function, in words. */
final class SweepText {
  /** So many functions of one size are named in a headline. */
  private static final int NAMED = 3;

  private static final List<String> COLUMNS =
      List.of(
          "recommended",
          "ms a call",
          "price",
          "cheapest",
          "its price",
          "fastest",
          "its ms a call",
          "equal");

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

  /** The sizes of each function, a line each; empty where one size was measured. */
  Optional<Table> table() {
    if (all.isEmpty()) {
      return Optional.empty();
    }
    boolean equal = all.stream().anyMatch(each -> !each.equal().isEmpty());
    int columns = COLUMNS.size() - (equal ? 0 : 1);
    return Optional.of(
        new Table(
            Table.Subject.SIZES,
            "Memory",
            COLUMNS.stream()
                .limit(columns)
                .map(name -> new Column(Kind.MEASURED, name, ""))
                .toList(),
            all.stream().map(each -> row(each, columns)).toList(),
            notes()));
  }

  private Row row(Recommendation each, int columns) {
    Size recommended = each.size(each.memoryMb());
    Size cheapest = each.size(each.cheapestMb());
    Size fastest = each.size(each.fastestMb());
    List<String> values =
        List.of(
            mb(recommended.memoryMb()),
            ms(recommended),
            Format.DOLLARS.of(recommended.dollars()),
            mb(cheapest.memoryMb()),
            Format.DOLLARS.of(cheapest.dollars()),
            mb(fastest.memoryMb()),
            ms(fastest),
            each.equal().stream()
                .map(lower -> Format.MB.of(lower) + " and " + mb(next(each, lower)))
                .collect(Collectors.joining(", ")));
    return new Row(words.title(each.function()), values.subList(0, columns));
  }

  private static String ms(Size size) {
    return Format.MS.of(size.callMs());
  }

  private static int next(Recommendation each, int lower) {
    return each.sizes().stream()
        .mapToInt(Size::memoryMb)
        .filter(memoryMb -> memoryMb > lower)
        .min()
        .orElse(lower);
  }

  private List<String> notes() {
    return List.of(
        ("Recommended is the smallest of the fastest sizes within 10 %% of the cheapest. A call is the"
                + " average at %s cold calls, a price that of a million. Time and price are means; one"
                + " size counts as slower where a 95 %% confidence interval shows it, and two as equal"
                + " where it lies within %s.")
            .formatted(Format.PERCENT.of(findings.pricing().coldShare()), findings.margin()));
  }

  static String mb(int memoryMb) {
    return String.format(Locale.ROOT, "%,d MB", memoryMb);
  }
}

package coldbench.report;

import coldbench.analysis.Experiment;
import coldbench.analysis.Findings;
import coldbench.analysis.Ranking;
import coldbench.analysis.Ranking.Place;
import coldbench.report.Table.Column;
import coldbench.report.Table.Kind;
import coldbench.report.Table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Many functions that do the same work, the best first, with bars. */
final class RankingTable {
  private static final int BAR = 10;
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

  private final Findings findings;
  private final Verdicts words;

  RankingTable(Findings findings) {
    this.findings = findings;
    this.words = new Verdicts(findings);
  }

  /** All rankings at a memory size; none where the functions are few. */
  List<Ranking> rankings(int memoryMb) {
    return findings.ranked() ? Ranking.of(findings, memoryMb, chosen()) : List.of();
  }

  /** The first function of a run is only a baseline because one is needed. */
  private Optional<String> chosen() {
    return Optional.of(findings.experiment())
        .filter(Experiment::isBaselineChosen)
        .map(Experiment::baseline);
  }

  /** Aligned with the last one's, by spaces that no renderer joins or breaks. */
  private static String rank(int rank, Ranking ranking) {
    int digits = Integer.toString(ranking.places().size()).length();
    String number = Integer.toString(rank);
    return "\u00a0".repeat(digits - number.length()) + number + " ";
  }

  static String title(Ranking ranking, Findings findings) {
    return switch (ranking.by()) {
      case COLD -> "Cold start";
      case WARM -> "Warm call";
      case MEMORY -> "Peak memory";
      case PRICE ->
          "A million calls, "
              + Format.PERCENT.of(findings.pricing().coldShare())
              + " cold"
              + CostTable.estimate(findings.experiment());
    };
  }

  static String value(Ranking ranking, Place place) {
    return switch (ranking.by()) {
      case COLD, WARM -> Format.MS.of(place.value()) + " ms";
      case MEMORY -> Format.MB.of(place.value()) + " MB";
      case PRICE -> Format.DOLLARS.of(place.value());
    };
  }

  /** In characters: place, letters, value, bar and ratio. */
  Table of(Ranking ranking) {
    boolean lettered = lettered(ranking);
    boolean ratios = ranking.places().stream().anyMatch(place -> place.ratio().isPresent());
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(Kind.MEASURED, "", ""));
    if (lettered) {
      columns.add(new Column(Kind.MEASURED, "letters", ""));
    }
    columns.add(new Column(Kind.MEASURED, "", ""));
    if (ratios) {
      columns.add(new Column(Kind.RATIO, "÷ " + words.title(ranking.reference()), ""));
    }
    double most = ranking.places().get(ranking.places().size() - 1).value();
    List<Row> rows = new ArrayList<>();
    for (Place place : ranking.places()) {
      List<String> values = new ArrayList<>();
      values.add(value(ranking, place));
      if (lettered) {
        values.add(place.letters());
      }
      values.add(bar(place.value() / most));
      if (ratios) {
        values.add(place.ratio().map(Line::show).orElse(""));
      }
      rows.add(new Row(rank(rows.size() + 1, ranking) + words.title(place.function()), values));
    }
    return new Table(
        Table.Subject.RANKING, title(ranking, findings), columns, rows, notes(ranking));
  }

  /** What the values are, and what letters say where there are any. */
  static List<String> notes(Ranking ranking) {
    return lettered(ranking)
        ? List.of(
            (ranking.by() == Ranking.By.PRICE ? "Means" : "Geometric means")
                + ". Functions that share a letter are not distinguishable (all pairs, Holm's"
                + " correction).")
        : List.of();
  }

  private static boolean lettered(Ranking ranking) {
    return ranking.places().stream().anyMatch(place -> !place.letters().isEmpty());
  }

  private static String bar(double share) {
    int eighths = (int) Math.max(1, Math.round(share * BAR * 8));
    String rest = eighths % 8 == 0 ? "" : EIGHTHS.substring(eighths % 8, eighths % 8 + 1);
    String bar = "█".repeat(eighths / 8) + rest;
    return bar + " ".repeat(BAR - bar.length());
  }
}

package coldbench.report;

import coldbench.analysis.Cell;
import coldbench.analysis.Experiment;
import coldbench.analysis.Figure;
import coldbench.analysis.Findings;
import coldbench.analysis.FunctionDescription;
import coldbench.analysis.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The figures that are read at a glance, at one memory size: bars, of many functions in order. */
final class Tiles {
  private final Findings findings;
  private final Experiment experiment;
  private final Verdicts words;
  private final int memoryMb;

  Tiles(Findings findings, int memoryMb) {
    this.findings = findings;
    this.experiment = findings.experiment();
    this.words = new Verdicts(findings);
    this.memoryMb = memoryMb;
  }

  List<Map<String, Object>> all() {
    return findings.ranked() ? ranked() : few();
  }

  private List<Map<String, Object>> few() {
    List<Map<String, Object>> tiles = new ArrayList<>();
    double share = findings.pricing().coldShare();
    add(tiles, "Cold start", " ms", Line.typical(findings, Figure.COLD));
    add(tiles, "Warm call", " ms", Line.typical(findings, Figure.WARM));
    add(tiles, "Peak memory", " MB", Line.of("", Format.MB, Cell::peakMemoryMb));
    add(
        tiles,
        "A million calls, " + Format.PERCENT.of(share) + " cold" + CostTable.estimate(experiment),
        "",
        Line.of(
                "",
                Format.DOLLARS,
                cell -> findings.costs().at(cell.function(), cell.memoryMb(), share))
            .with(
                cell ->
                    findings
                        .billRatio(cell.function(), experiment.baseline(), cell.memoryMb())
                        .map(Line::show)));
    return tiles;
  }

  private void add(List<Map<String, Object>> tiles, String name, String unit, Line line) {
    List<Map<String, Object>> bars = new ArrayList<>();
    double most =
        experiment.functions().stream()
            .mapToDouble(function -> value(line, function).orElse(0))
            .max()
            .orElse(0);
    for (FunctionDescription function : experiment.functions()) {
      Cell cell = experiment.cell(function.label(), memoryMb);
      OptionalDouble value = value(line, function);
      if (value.isPresent() && most > 0) {
        Optional<String> ratio =
            experiment.isCompared(function) ? line.ratio().apply(cell) : Optional.empty();
        bars.add(
            bar(
                function.label(),
                line.show(cell) + unit,
                "",
                ratio.orElse(""),
                value.getAsDouble() / most));
      }
    }
    if (!bars.isEmpty()) {
      tiles.add(Map.of("name", name + where(), "bars", bars, "notes", List.of()));
    }
  }

  private OptionalDouble value(Line line, FunctionDescription function) {
    return line.value().apply(experiment.cell(function.label(), memoryMb));
  }

  private List<Map<String, Object>> ranked() {
    List<Map<String, Object>> tiles = new ArrayList<>();
    for (Ranking ranking : new RankingTable(findings).rankings(memoryMb)) {
      double most = ranking.places().get(ranking.places().size() - 1).value();
      List<Map<String, Object>> bars =
          ranking.places().stream()
              .map(
                  place ->
                      bar(
                          place.function(),
                          RankingTable.value(ranking, place),
                          place.letters(),
                          place.ratio().map(Line::show).orElse(""),
                          most > 0 ? place.value() / most : 0))
              .toList();
      List<String> notes = new ArrayList<>(RankingTable.notes(ranking));
      if (ranking.places().stream().anyMatch(each -> each.ratio().isPresent())) {
        notes.add("Times: against " + words.title(ranking.reference()) + ".");
      }
      tiles.add(
          Map.of(
              "name", RankingTable.title(ranking, findings) + where(),
              "bars", bars,
              "notes", notes));
    }
    return tiles;
  }

  private Map<String, Object> bar(
      String label, String value, String letters, String ratio, double share) {
    List<String> labels = experiment.functions().stream().map(FunctionDescription::label).toList();
    return Map.of(
        "index",
        labels.indexOf(label) % 6,
        "label",
        words.title(label),
        "value",
        value,
        "letters",
        letters,
        "ratio",
        ratio,
        "share",
        String.format(Locale.ROOT, "%.4f", share));
  }

  private String where() {
    return experiment.memoryMb().size() > 1 ? " at " + SweepText.mb(memoryMb) : "";
  }
}

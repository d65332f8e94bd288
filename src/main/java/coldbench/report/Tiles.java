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
  private final List<Findings> beside;

  /**
   * Tiles.
   *
   * @param beside what stands beside these on the same scales, these among them
   */
  Tiles(Findings findings, int memoryMb, List<Findings> beside) {
    this.findings = findings;
    this.experiment = findings.experiment();
    this.words = new Verdicts(findings);
    this.memoryMb = memoryMb;
    this.beside = List.copyOf(beside);
  }

  /**
   * What is told at a glance of each function.
   *
   * @param unit behind a value, with a space before it
   */
  record Glance(Ranking.By by, String name, String unit, Line line) {
    static List<Glance> of(Findings findings) {
      Experiment experiment = findings.experiment();
      double share = findings.pricing().coldShare();
      return List.of(
          new Glance(Ranking.By.COLD, "Cold start", " ms", Line.typical(findings, Figure.COLD)),
          new Glance(Ranking.By.WARM, "Warm call", " ms", Line.typical(findings, Figure.WARM)),
          new Glance(
              Ranking.By.MEMORY, "Peak memory", " MB", Line.of("", Format.MB, Cell::peakMemoryMb)),
          new Glance(
              Ranking.By.PRICE,
              "A million calls, "
                  + Format.PERCENT.of(share)
                  + " cold"
                  + CostTable.estimate(experiment),
              "",
              Line.of(
                      "",
                      Format.DOLLARS,
                      cell -> findings.costs().at(cell.function(), cell.memoryMb(), share))
                  .with(
                      cell ->
                          findings
                              .billRatio(cell.function(), experiment.baseline(), cell.memoryMb())
                              .map(Line::show))));
    }

    String show(Cell cell) {
      String value = line.show(cell);
      return value.isEmpty() ? "" : value + unit;
    }
  }

  List<Map<String, Object>> all() {
    return findings.ranked() ? ranked() : few();
  }

  private List<Map<String, Object>> few() {
    List<Map<String, Object>> tiles = new ArrayList<>();
    for (Glance glance : Glance.of(findings)) {
      List<Map<String, Object>> bars = new ArrayList<>();
      double most = most(glance.by);
      for (FunctionDescription function : experiment.functions()) {
        Cell cell = experiment.cell(function.label(), memoryMb);
        OptionalDouble value = glance.line.value().apply(cell);
        if (value.isPresent() && most > 0) {
          Optional<String> ratio =
              experiment.isCompared(function) ? glance.line.ratio().apply(cell) : Optional.empty();
          bars.add(
              bar(
                  function.label(),
                  glance.show(cell),
                  "",
                  ratio.orElse(""),
                  value.getAsDouble() / most));
        }
      }
      if (!bars.isEmpty()) {
        tiles.add(Map.of("name", glance.name + where(), "bars", bars, "notes", List.of()));
      }
    }
    return tiles;
  }

  /** What the longest bar is of: its value, of memory the most that any sandbox used. */
  private double most(Ranking.By by) {
    return beside.stream()
        .flatMapToDouble(
            each ->
                each.experiment().functions().stream()
                    .map(
                        function ->
                            by == Ranking.By.MEMORY
                                ? each.experiment().cell(function.label(), memoryMb).peakMemoryMb()
                                : Ranking.value(each, by, function.label(), memoryMb))
                    .flatMapToDouble(OptionalDouble::stream))
        .max()
        .orElse(0);
  }

  private List<Map<String, Object>> ranked() {
    List<Map<String, Object>> tiles = new ArrayList<>();
    for (Ranking ranking : new RankingTable(findings).rankings(memoryMb)) {
      double most = most(ranking.by());
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

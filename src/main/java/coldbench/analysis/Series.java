package coldbench.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One figure of one function at one memory size, over runs.
 *
 * @param figure its name in JSON, with the unit
 * @param title its name in words, with the unit
 */
public record Series(
    FunctionDescription function,
    int memoryMb,
    String figure,
    String title,
    Figure.Unit unit,
    List<Point> points) {
  /** Those that are told, in the order in which they are read. */
  private static final List<Figure> FIGURES =
      List.of(
          Figure.COLD,
          Figure.WARM,
          Figure.INIT,
          Figure.RESTORE,
          Figure.FIRST,
          Figure.COLD_BILLED,
          Figure.WARM_BILLED,
          Figure.COLD_MEMORY,
          Figure.COLD_WAIT,
          Figure.WARM_WAIT);

  public Series {
    points = List.copyOf(points);
  }

  /**
   * A run's value.
   *
   * @param value geometric mean over the trials; of what no REPORT line has the arithmetic one
   * @param interval at 95 %; empty below {@link Ratio#FEWEST} trials
   * @param count trials that it is of
   */
  public record Point(
      Run run, String codeSha256, double value, Optional<Interval> interval, int count) {}

  private record Key(String label, Optional<String> event, int memoryMb) {}

  /** Of all runs, each function that does the same work at each memory size. */
  static List<Series> of(List<Run> runs) {
    Map<Key, List<Measured>> cells = new LinkedHashMap<>();
    for (Run run : runs) {
      Experiment experiment = Experiment.of(List.of(run));
      for (int memoryMb : experiment.memoryMb()) {
        for (FunctionDescription function : run.functions()) {
          Cell cell = experiment.cell(function.label(), memoryMb);
          cells
              .computeIfAbsent(
                  new Key(function.label(), function.event(), memoryMb), key -> new ArrayList<>())
              .add(new Measured(run, function, cell));
        }
      }
    }
    List<Series> all = new ArrayList<>();
    cells.values().forEach(measured -> all.addAll(of(measured.get(0), measured)));
    return all.stream().filter(series -> !series.points.isEmpty()).toList();
  }

  private record Measured(Run run, FunctionDescription function, Cell cell) {}

  private static List<Series> of(Measured first, List<Measured> measured) {
    List<Series> all = new ArrayList<>();
    for (Figure figure : FIGURES) {
      all.add(
          new Series(
              first.function,
              first.cell.memoryMb(),
              figure.jsonName(),
              figure.titleWithUnit(),
              figure.unit(),
              measured.stream().flatMap(each -> typical(each, figure).stream()).toList()));
    }
    all.add(
        new Series(
            first.function,
            first.cell.memoryMb(),
            "unreportedMs",
            "cold: outside the REPORT line ms",
            Figure.Unit.MS,
            measured.stream().flatMap(each -> unreported(each).stream()).toList()));
    return all;
  }

  private static Optional<Point> typical(Measured each, Figure figure) {
    OptionalDouble value = each.cell.typical(figure);
    return value.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Point(
                each.run,
                each.function.codeSha256(),
                value.getAsDouble(),
                each.cell.typicalInterval(figure),
                each.cell.trials().size()));
  }

  private static Optional<Point> unreported(Measured each) {
    return each.cell
        .unreported()
        .map(
            part ->
                new Point(
                    each.run,
                    each.function.codeSha256(),
                    part.meanMs(),
                    part.interval(),
                    part.count()));
  }
}

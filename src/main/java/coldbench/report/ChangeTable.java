package coldbench.report;

import coldbench.analysis.Change;
import coldbench.analysis.Figure;
import coldbench.analysis.Ratio;
import coldbench.report.Table.Column;
import coldbench.report.Table.Kind;
import coldbench.report.Table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What changed from one run to another, as a table. */
public final class ChangeTable {
  private static final Map<Figure, String> NAMES =
      Map.of(
          Figure.INIT, "init ms",
          Figure.RESTORE, "restore ms",
          Figure.FIRST, "first duration ms",
          Figure.COLD, "cold total ms",
          Figure.COLD_BILLED, "cold billed ms",
          Figure.WARM, "warm duration ms",
          Figure.WARM_BILLED, "warm billed ms",
          Figure.COLD_MEMORY, "max memory MB");

  private ChangeTable() {}

  /** One for every function and memory size. */
  static List<Table> all(List<Change> changes) {
    return changes.stream()
        .map(change -> Map.entry(change.function(), change.memoryMb()))
        .distinct()
        .map(key -> of(key.getKey(), key.getValue(), changes))
        .toList();
  }

  /** Means of both runs, their ratio with its interval, and what it shows. */
  public static Table of(String function, int memoryMb, List<Change> changes) {
    List<Row> rows = new ArrayList<>();
    for (Change change : changes) {
      if (change.function().equals(function) && change.memoryMb() == memoryMb) {
        rows.add(
            new Row(
                name(change.figure()),
                List.of(
                    Format.MS.of(change.before().mean()),
                    Format.MS.of(change.after().mean()),
                    Format.TIMES.of(change.ratio().value()),
                    interval(change.ratio()),
                    verdict(change))));
      }
    }
    return new Table(
        Table.Subject.CHANGE,
        function + " at " + memoryMb + " MB",
        List.of(
            new Column(Kind.MEASURED, "A", "mean"),
            new Column(Kind.MEASURED, "B", "mean"),
            new Column(Kind.RATIO, "B ÷ A", ""),
            new Column(Kind.MEASURED, "95 % interval", ""),
            new Column(Kind.RATIO, "B is", "")),
        rows,
        List.of());
  }

  /** For example {@code java's cold total at 128 MB is 1.23× (1.15–1.31)}. */
  public static String sentence(Change change) {
    String name = name(change.figure()).replaceAll(" (ms|MB)$", "");
    return "%s's %s at %d MB is %s of what it was (%s)"
        .formatted(
            change.function(),
            name,
            change.memoryMb(),
            Format.TIMES.of(change.ratio().value()),
            change.ratio().interval().isPresent()
                ? interval(change.ratio())
                : change.ratio().count() + " samples, too few for an interval");
  }

  private static String name(Figure figure) {
    return NAMES.getOrDefault(figure, figure.name());
  }

  private static String interval(Ratio ratio) {
    return ratio
        .interval()
        .map(range -> Format.TIMES.of(range.low()) + " – " + Format.TIMES.of(range.high()))
        .orElse("");
  }

  private static String verdict(Change change) {
    Ratio ratio = change.ratio();
    if (ratio.interval().isEmpty()) {
      return "too few samples";
    }
    if (!ratio.shown()) {
      return "no difference shown";
    }
    boolean time = change.figure() != Figure.COLD_MEMORY;
    return ratio.value() > 1 ? (time ? "slower" : "larger") : (time ? "faster" : "smaller");
  }
}

package coldbench.report;

import coldbench.analysis.Cell;
import coldbench.analysis.Figure;
import coldbench.analysis.Findings;
import coldbench.analysis.Ratio;
import coldbench.analysis.Spread;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A line of a table: how its value comes from a cell, and its ratio from the findings.
 *
 * @param label indented where the line is a detail of the one above it
 * @param text how the value is shown
 * @param ratio of a function's cell by the baseline's, as it is shown; empty where a ratio would be
 *     another one for the same thing, or none
 */
record Line(
    String label,
    Function<Cell, OptionalDouble> value,
    Function<Cell, String> text,
    Function<Cell, Optional<String>> ratio) {

  /** The geometric mean over the trials, whose ratio is the one that verdicts are about. */
  static Line typical(Findings findings, Figure figure) {
    return of(
            figure.titleWithUnit().replace("(n)", "(" + findings.experiment().first().n() + ")"),
            Format.of(figure),
            cell -> cell.typical(figure))
        .with(cell -> findings.ratio(figure, cell.function(), cell.memoryMb()).map(Line::show));
  }

  /** A property of a figure's spread. */
  static Line of(String label, Format format, Figure figure, Function<Spread, OptionalDouble> of) {
    return of(label, format, cell -> cell.spread(figure).map(of).orElseGet(OptionalDouble::empty));
  }

  static Line of(String label, Format format, Function<Cell, OptionalDouble> value) {
    return new Line(
        label,
        value,
        cell -> {
          OptionalDouble found = value.apply(cell);
          return found.isPresent() ? format.of(found.getAsDouble()) : "";
        },
        cell -> Optional.empty());
  }

  Line with(Function<Cell, Optional<String>> other) {
    return new Line(label, value, text, other);
  }

  static String show(Ratio ratio) {
    return new RatioText(ratio).whole();
  }

  static OptionalDouble outliers(Spread spread) {
    return OptionalDouble.of(spread.outliers().length);
  }

  String show(Cell cell) {
    return text.apply(cell);
  }
}

package coldbench.report;

import coldbench.analysis.Cell;
import coldbench.analysis.Figure;
import coldbench.analysis.PublishedFigures;
import coldbench.analysis.Spread;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A line of a table: how its value comes from a cell, and from what others published.
 *
 * @param compared whether a ratio of two such values means something
 */
record Line(
    String label,
    Format format,
    boolean compared,
    Function<Cell, OptionalDouble> value,
    Function<PublishedFigures, OptionalDouble> published) {

  static Line mean(String label, Format format, Figure figure) {
    return of(label, format, figure, spread -> OptionalDouble.of(spread.mean()));
  }

  static Line least(String label, Format format, Figure figure) {
    return of(label, format, figure, spread -> OptionalDouble.of(spread.min()));
  }

  static Line most(String label, Format format, Figure figure) {
    return of(label, format, figure, spread -> OptionalDouble.of(spread.max()));
  }

  static Line quantile(String label, Format format, Figure figure, double p) {
    return of(label, format, figure, spread -> spread.quantile(p));
  }

  static Line of(String label, Format format, Figure figure, Function<Spread, OptionalDouble> of) {
    return new Line(
        label,
        format,
        true,
        cell -> cell.spread(figure).map(of).orElseGet(OptionalDouble::empty),
        figures -> OptionalDouble.empty());
  }

  Line beside(ToDoubleFunction<PublishedFigures> figure) {
    return besideOptional(figures -> OptionalDouble.of(figure.applyAsDouble(figures)));
  }

  Line besideOptional(Function<PublishedFigures, OptionalDouble> figure) {
    return new Line(label, format, compared, value, figure);
  }

  /** Without a ratio: twice the outliers is no figure of merit. */
  Line uncompared() {
    return new Line(label, format, false, value, published);
  }

  static OptionalDouble outliers(Spread spread) {
    return OptionalDouble.of(spread.outliers().length);
  }
}

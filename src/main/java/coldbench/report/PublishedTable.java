package coldbench.report;

import static coldbench.report.Format.*;

import coldbench.analysis.Experiment;
import coldbench.analysis.Figure;
import coldbench.analysis.Findings;
import coldbench.analysis.PublishedFigures;
import coldbench.report.Table.Column;
import coldbench.report.Table.Kind;
import coldbench.report.Table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Somebody else's figures, in a table of their own: never a column or an axis with ours. */
final class PublishedTable {
  private final List<PublishedFigures> figures;
  private final List<Row> rows = new ArrayList<>();

  private PublishedTable(List<PublishedFigures> figures) {
    this.figures = figures;
  }

  /** Without rows where they did other work than the experiment. */
  static Table of(Findings findings, int memoryMb) {
    PublishedFigures.Beside beside = PublishedFigures.beside(findings.experiment(), memoryMb);
    PublishedTable table = new PublishedTable(beside.figures());
    table.rows(findings.pricing().coldShare());
    return new Table(
        Table.Subject.PUBLISHED,
        "The same work as published by others, for orientation",
        beside.figures().stream()
            .map(each -> new Column(Kind.PUBLISHED, each.label(), "published"))
            .toList(),
        table.rows,
        List.of(beside.reason()));
  }

  /** Why there is none, where none is shown at any memory size. */
  static Optional<String> absence(Experiment experiment) {
    List<PublishedFigures.Beside> all =
        experiment.memoryMb().stream()
            .map(memoryMb -> PublishedFigures.beside(experiment, memoryMb))
            .toList();
    return all.stream().allMatch(each -> each.figures().isEmpty())
        ? Optional.of(all.get(0).reason())
        : Optional.empty();
  }

  private void rows(double coldShare) {
    if (figures.isEmpty()) {
      return;
    }
    row(Figure.INIT, f -> OptionalDouble.of(f.initMs()));
    row(Figure.FIRST, f -> OptionalDouble.of(f.firstMs()));
    row(Figure.COLD, f -> OptionalDouble.of(f.coldMs()));
    row(Figure.COLD_BILLED, f -> OptionalDouble.of(f.coldBilledMs()));
    row("warm duration ms, mean", MS, f -> OptionalDouble.of(f.warmMeanMs()));
    row("  min", MS, f -> OptionalDouble.of(f.warmMinMs()));
    row("  max", MS, f -> OptionalDouble.of(f.warmMaxMs()));
    row("warm: Fibonacci(" + PublishedFigures.N + ") ms", MS, PublishedFigures::computeMs);
    row(Figure.WARM_ALLOC, PublishedFigures::allocMs);
    row(Figure.COLD_MEMORY, f -> OptionalDouble.of(f.maxMemoryMb()));
    row("zipped package", BYTES, f -> OptionalDouble.of(f.packageBytes()));
    row(
        "a million calls, " + PERCENT.of(coldShare) + " cold",
        DOLLARS,
        f -> OptionalDouble.of(f.cost().at(coldShare)));
    row("a million calls, all cold", DOLLARS, f -> OptionalDouble.of(f.cost().at(1)));
  }

  private void row(Figure figure, Function<PublishedFigures, OptionalDouble> value) {
    row(figure.titleWithUnit(), Format.of(figure), value);
  }

  private void row(String label, Format format, Function<PublishedFigures, OptionalDouble> value) {
    rows.add(
        new Row(
            label,
            figures.stream()
                .map(value)
                .map(found -> found.isPresent() ? format.of(found.getAsDouble()) : "")
                .toList()));
  }
}

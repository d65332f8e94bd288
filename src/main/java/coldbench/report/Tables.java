package coldbench.report;

import static coldbench.analysis.Figure.*;
import static coldbench.report.Format.*;

import coldbench.analysis.Cell;
import coldbench.analysis.Cost;
import coldbench.analysis.Experiment;
import coldbench.analysis.FunctionDescription;
import coldbench.analysis.Place;
import coldbench.analysis.Prices;
import coldbench.analysis.Pricing;
import coldbench.analysis.PublishedFigures;
import coldbench.analysis.Spread;
import coldbench.report.Table.Column;
import coldbench.report.Table.Kind;
import coldbench.report.Table.Row;
import coldbench.report.Table.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The tables of an experiment, at one memory size. */
public final class Tables {
  private static final Prices PUBLISHED_PRICES =
      Prices.of(PublishedFigures.REGION, PublishedFigures.ARCHITECTURE).orElseThrow();

  private static final String BUILD =
      "Build: from classes to the executable, the last time that something had changed.";

  private final Experiment experiment;
  private final int memoryMb;
  private final Pricing pricing;
  private final List<FunctionDescription> functions;
  private final List<PublishedFigures> published;

  private Tables(Experiment experiment, int memoryMb, Pricing pricing) {
    this.experiment = experiment;
    this.memoryMb = memoryMb;
    this.pricing = pricing;
    this.functions = experiment.functions();
    this.published = memoryMb == PublishedFigures.MEMORY_MB ? PublishedFigures.ALL : List.of();
  }

  /** All tables at one memory size, those without a value left out. */
  public static List<Table> of(Experiment experiment, int memoryMb, Pricing pricing) {
    Tables tables = new Tables(experiment, memoryMb, pricing);
    return List.of(tables.cold(), tables.warm(), tables.inside(), tables.packages(), tables.cost())
        .stream()
        .filter(table -> !table.rows().isEmpty())
        .toList();
  }

  private Table cold() {
    return table(
        Subject.COLD,
        "Cold start: the first call of a new sandbox",
        List.of(
            Line.mean("init ms, mean", MS, INIT).beside(PublishedFigures::initMs),
            Line.mean("restore ms, mean", MS, RESTORE),
            Line.mean("first duration ms, mean", MS, FIRST).beside(PublishedFigures::firstMs),
            Line.mean("cold total ms, mean", MS, COLD).beside(PublishedFigures::coldMs),
            Line.least("  min", MS, COLD),
            Line.quantile("  p50", MS, COLD, 0.5),
            Line.quantile("  p90", MS, COLD, 0.9),
            Line.quantile("  p99", MS, COLD, 0.99),
            Line.most("  max", MS, COLD),
            Line.of("  variation", PERCENT, COLD, Spread::variation).uncompared(),
            Line.of("  outliers", COUNT, COLD, Line::outliers).uncompared(),
            Line.mean("billed ms, mean", BILLED_MS, COLD_BILLED)
                .beside(PublishedFigures::coldBilledMs),
            Line.most("max memory MB", MB, COLD_MEMORY).beside(PublishedFigures::maxMemoryMb)),
        List.of(counts()));
  }

  private Table warm() {
    return table(
        Subject.WARM,
        "Warm calls: the same sandbox again",
        List.of(
            Line.mean("duration ms, mean", MS, WARM).beside(PublishedFigures::warmMeanMs),
            Line.least("  min", MS, WARM).beside(PublishedFigures::warmMinMs),
            Line.quantile("  p50", MS, WARM, 0.5),
            Line.quantile("  p90", MS, WARM, 0.9),
            Line.quantile("  p99", MS, WARM, 0.99),
            Line.quantile("  p99.9", MS, WARM, 0.999),
            Line.most("  max", MS, WARM).beside(PublishedFigures::warmMaxMs),
            Line.of("  variation", PERCENT, WARM, Spread::variation).uncompared(),
            Line.of("  outliers", COUNT, WARM, Line::outliers).uncompared(),
            Line.mean("billed ms, mean", BILLED_MS, WARM_BILLED)
                .beside(PublishedFigures::warmBilledMs),
            Line.most("max memory MB", MB, WARM_MEMORY).beside(PublishedFigures::maxMemoryMb)),
        List.of());
  }

  private Table inside() {
    int n = experiment.first().n();
    return table(
        Subject.INSIDE,
        "Inside the application: what the function measured itself",
        List.of(
            Line.mean("first: Fibonacci(" + n + ") ms", MS, FIRST_COMPUTE),
            Line.mean("first: 100,000 squares ms", MS, FIRST_ALLOC),
            Line.mean("warm: Fibonacci(" + n + ") ms", MS, WARM_COMPUTE)
                .besideOptional(PublishedFigures::computeMs),
            Line.mean("warm: 100,000 squares ms", MS, WARM_ALLOC)
                .besideOptional(PublishedFigures::allocMs)),
        List.of());
  }

  private Table packages() {
    Line size =
        new Line(
            "zipped package",
            BYTES,
            true,
            cell ->
                experiment
                    .function(cell.function())
                    .map(function -> OptionalDouble.of((double) function.codeSizeBytes()))
                    .orElseGet(OptionalDouble::empty),
            figures -> OptionalDouble.of(figures.packageBytes()));
    Line build =
        new Line(
            "build s",
            SECONDS,
            false,
            cell -> buildSeconds(cell.function()),
            figures -> OptionalDouble.empty());
    boolean built = functions.stream().anyMatch(f -> buildSeconds(f.label()).isPresent());
    return table(
        Subject.PACKAGE, "Package", List.of(size, build), built ? List.of(BUILD) : List.of());
  }

  private OptionalDouble buildSeconds(String label) {
    return experiment.first().place() instanceof Place.Local local
            && local.buildSeconds().containsKey(label)
        ? OptionalDouble.of(local.buildSeconds().get(label))
        : OptionalDouble.empty();
  }

  private Table cost() {
    List<Line> lines =
        List.of(
            priced("compute, all calls warm", 0),
            priced(
                "compute, " + percent(pricing.coldShare()) + " of them cold", pricing.coldShare()),
            priced("compute, all calls cold", 1));
    return table(
        Subject.COST,
        "Cost of a million calls on AWS Lambda, in US dollars",
        lines,
        functions.stream().anyMatch(FunctionDescription::snapStart)
            ? List.of(origin(), snapshots())
            : List.of(origin()));
  }

  private Line priced(String label, double coldShare) {
    return new Line(
        label,
        DOLLARS,
        true,
        cell -> Costs.at(experiment, cell, pricing, coldShare),
        figures -> OptionalDouble.of(published(figures).at(coldShare)));
  }

  private Cost published(PublishedFigures figures) {
    return new Cost(
        PUBLISHED_PRICES.computePerMillionCalls(figures.warmBilledMs(), memoryMb),
        PUBLISHED_PRICES.computePerMillionCalls(figures.coldBilledMs(), memoryMb));
  }

  private String origin() {
    return "From the mean billed durations above at the price of a GB-second in "
        + pricing.region(experiment.first())
        + " for each function's architecture, given by "
        + (pricing.gbSecond().isPresent() ? "an option" : Prices.ORIGIN)
        + pricing
            .prices(experiment.first(), functions.get(0).architecture())
            .map(Prices::requestsPerMillionCalls)
            .map(
                requests ->
                    ". A million requests costs $%.2f more, whatever the function."
                        .formatted(requests))
            .orElse(".");
  }

  private static String snapshots() {
    return String.format(
        Locale.ROOT,
        "SnapStart: for Java AWS asks nothing for snapshots. For the others each cold call has $%.10f"
            + " for a GB of memory restored, which is counted; keeping a snapshot costs $%.10f for a"
            + " GB-second as long as its version exists, which is not (prices of us-east-1).",
        Prices.SNAPSHOT_RESTORED_GB,
        Prices.SNAPSHOT_KEPT_GB_SECOND);
  }

  private static String percent(double share) {
    return Format.PERCENT.of(share);
  }

  private String counts() {
    List<String> counts = new ArrayList<>();
    for (FunctionDescription function : functions) {
      Cell cell = experiment.cell(function.label(), memoryMb);
      int calls = cell.trials().stream().mapToInt(trial -> trial.warm().size()).sum();
      counts.add(
          "%s %d of %d cold starts, %d warm calls"
              .formatted(function.label(), cell.trials().size(), cell.planned(), calls));
    }
    return "Measured: "
        + String.join("; ", counts)
        + ". A percentile (type 7, as in R and NumPy) stands only where the count supports it: p90"
        + " from 10 samples, p99 from 100. Variation is deviation by mean; outliers, outside Tukey's"
        + " fences, are counted and never dropped.";
  }

  private Table table(Subject subject, String title, List<Line> lines, List<String> notes) {
    List<Row> rows =
        lines.stream()
            .map(this::row)
            .filter(row -> row.values().stream().anyMatch(value -> !value.isEmpty()))
            .toList();
    return new Table(subject, title, columns(), rows, notes);
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    functions.forEach(f -> columns.add(new Column(Kind.MEASURED, f.label(), "")));
    functions.stream()
        .filter(experiment::isCompared)
        .forEach(
            f -> columns.add(new Column(Kind.RATIO, f.label(), "÷ " + functions.get(0).label())));
    published.forEach(f -> columns.add(new Column(Kind.PUBLISHED, f.label(), "published*")));
    return columns;
  }

  private Row row(Line line) {
    List<OptionalDouble> measured =
        functions.stream()
            .map(function -> line.value().apply(experiment.cell(function.label(), memoryMb)))
            .toList();
    List<String> values = new ArrayList<>();
    measured.forEach(value -> values.add(show(line.format(), value)));
    for (int i = 0; i < functions.size(); i++) {
      if (experiment.isCompared(functions.get(i))) {
        OptionalDouble ratio =
            line.compared() ? ratio(measured.get(i), measured.get(0)) : OptionalDouble.empty();
        values.add(show(TIMES, ratio));
      }
    }
    published.forEach(figures -> values.add(show(line.format(), line.published().apply(figures))));
    return new Row(line.label(), values);
  }

  private static OptionalDouble ratio(OptionalDouble value, OptionalDouble baseline) {
    return value.isPresent() && baseline.isPresent() && baseline.getAsDouble() > 0
        ? OptionalDouble.of(value.getAsDouble() / baseline.getAsDouble())
        : OptionalDouble.empty();
  }

  private static String show(Format format, OptionalDouble value) {
    return value.isPresent() ? format.of(value.getAsDouble()) : "";
  }
}

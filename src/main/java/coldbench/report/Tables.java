package coldbench.report;

import static coldbench.analysis.Figure.*;
import static coldbench.report.Format.*;

import coldbench.analysis.Cell;
import coldbench.analysis.Experiment;
import coldbench.analysis.Figure;
import coldbench.analysis.Findings;
import coldbench.analysis.FunctionDescription;
import coldbench.analysis.Place;
import coldbench.analysis.Spread;
import coldbench.report.Table.Column;
import coldbench.report.Table.Kind;
import coldbench.report.Table.Row;
import coldbench.report.Table.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables of what was measured, at one memory size. Two or three functions stand beside each
 * other; more of them below each other, so that a table's width does not depend on how many there
 * are.
 */
public final class Tables {
  private static final String BUILD =
      "Build: from classes to the executable, when something last changed.";
  private static final String SNAPSHOTS =
      "SnapStart: each sample is the first restore of its version, which finds AWS's tiered cache of"
          + " snapshots empty: the worst case, a version that is called often is restored faster"
          + " (https://aws.amazon.com/blogs/compute/under-the-hood-how-aws-lambda-snapstart-optimizes-function-startup-latency/).";
  private static final String TYPICAL =
      "Figures without another word are geometric means over the trials (of warm calls over each"
          + " trial's mean); ratios are of these.";
  private static final int MOST_BESIDE = 3;

  private final Findings findings;
  private final Experiment experiment;
  private final int memoryMb;
  private final List<FunctionDescription> functions;

  private Tables(Findings findings, int memoryMb) {
    this.findings = findings;
    this.experiment = findings.experiment();
    this.memoryMb = memoryMb;
    this.functions = experiment.functions();
  }

  /** All tables at one memory size, those without a value left out. */
  public static List<Table> of(Findings findings, int memoryMb) {
    Tables tables = new Tables(findings, memoryMb);
    List<Table> all =
        new ArrayList<>(
            List.of(
                tables.cold(),
                tables.warm(),
                tables.table(
                    Subject.WAIT,
                    "Wall time of a call, as the state machine saw it",
                    WaitText.lines(),
                    new WaitText(findings).notes(memoryMb)),
                tables.handler(),
                tables.packages(),
                tables.table(
                    Subject.COST,
                    CostTable.title(findings.experiment()),
                    new CostTable(findings).lines(),
                    new CostTable(findings).notes())));
    if (tables.measured()) {
      all.add(PublishedTable.of(findings, memoryMb));
    }
    return all.stream().filter(table -> !table.rows().isEmpty()).toList();
  }

  private boolean measured() {
    return functions.stream().anyMatch(function -> !cell(function).trials().isEmpty());
  }

  private Table cold() {
    return table(
        Subject.COLD,
        "Cold start: the first call of a new sandbox",
        Stream.concat(
                Stream.of(INIT, RESTORE, FIRST).map(figure -> Line.typical(findings, figure)),
                spread(COLD, COLD_BILLED, COLD_MEMORY, List.of("50", "90", "99")).stream())
            .toList(),
        functions.stream().anyMatch(FunctionDescription::snapStart)
            ? List.of(TYPICAL, counts(), SNAPSHOTS)
            : List.of(TYPICAL, counts()));
  }

  private Table warm() {
    return table(
        Subject.WARM,
        "Warm calls: the same sandbox again",
        spread(WARM, WARM_BILLED, WARM_MEMORY, List.of("50", "90", "99", "99.9")),
        List.of(TYPICAL));
  }

  /** A call's time in all its aspects, and what else it takes. */
  private List<Line> spread(Figure time, Figure billed, Figure memory, List<String> percentiles) {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.typical(findings, time));
    lines.add(mean("  mean", time));
    lines.add(Line.of("  min", MS, time, spread -> OptionalDouble.of(spread.min())));
    for (String percentile : percentiles) {
      double share = Double.parseDouble(percentile) / 100;
      lines.add(Line.of("  p" + percentile, MS, time, spread -> spread.quantile(share)));
    }
    lines.add(Line.of("  max", MS, time, spread -> OptionalDouble.of(spread.max())));
    lines.add(Line.of("  variation", PERCENT, time, Spread::variation));
    lines.add(Line.of("  outliers", COUNT, time, Line::outliers));
    lines.add(mean(billed.titleWithUnit() + ", mean", billed));
    lines.add(
        Line.of(memory.titleWithUnit(), MB, memory, spread -> OptionalDouble.of(spread.max())));
    return lines;
  }

  private static Line mean(String label, Figure figure) {
    return Line.of(label, Format.of(figure), figure, spread -> OptionalDouble.of(spread.mean()));
  }

  private Table handler() {
    return table(
        Subject.HANDLER,
        "Inside the handler: what the function measured itself",
        List.of(
            Line.typical(findings, FIRST_COMPUTE),
            Line.typical(findings, FIRST_ALLOC),
            Line.typical(findings, WARM_COMPUTE),
            Line.typical(findings, WARM_ALLOC)),
        List.of(TYPICAL));
  }

  private Table packages() {
    Line size =
        Line.of("zipped package", BYTES, cell -> codeSize(cell.function()))
            .with(
                cell ->
                    Optional.of(
                        TIMES.of(
                            codeSize(cell.function()).orElse(0)
                                / codeSize(experiment.baseline()).orElse(1))));
    Line build = Line.of("build s", SECONDS, cell -> buildSeconds(cell.function()));
    boolean built = functions.stream().anyMatch(f -> buildSeconds(f.label()).isPresent());
    return table(
        Subject.PACKAGE, "Package", List.of(size, build), built ? List.of(BUILD) : List.of());
  }

  private OptionalDouble codeSize(String label) {
    return experiment
        .function(label)
        .map(function -> OptionalDouble.of((double) function.codeSizeBytes()))
        .orElseGet(OptionalDouble::empty);
  }

  private OptionalDouble buildSeconds(String label) {
    return experiment.first().place() instanceof Place.Local local
            && local.buildSeconds().containsKey(label)
        ? OptionalDouble.of(local.buildSeconds().get(label))
        : OptionalDouble.empty();
  }

  /** Functions of which as much was measured are told together. */
  private String counts() {
    Map<String, List<String>> counts = new LinkedHashMap<>();
    for (FunctionDescription function : functions) {
      Cell cell = experiment.cell(function.label(), memoryMb);
      int calls = cell.trials().stream().mapToInt(trial -> trial.warm().size()).sum();
      String count =
          String.format(
              Locale.ROOT,
              "%d of %s, %s",
              cell.trials().size(),
              Counted.of(cell.planned(), "cold start"),
              Counted.of(calls, "warm call"));
      counts.computeIfAbsent(count, c -> new ArrayList<>()).add(function.title());
    }
    return counts.entrySet().stream()
        .map(each -> subject(each.getValue(), counts.size()) + each.getKey())
        .collect(Collectors.joining("; ", "Measured: ", "."));
  }

  private static String subject(List<String> titles, int counts) {
    if (titles.size() == 1) {
      return titles.get(0) + " ";
    }
    int last = titles.size() - 1;
    return counts == 1
        ? "of each function "
        : "of %s and %s each "
            .formatted(String.join(", ", titles.subList(0, last)), titles.get(last));
  }

  private Table table(Subject subject, String title, List<Line> lines, List<String> notes) {
    List<Line> measured =
        lines.stream()
            .filter(line -> functions.stream().anyMatch(f -> !line.show(cell(f)).isEmpty()))
            .toList();
    return functions.size() > MOST_BESIDE
        ? below(subject, title, measured, notes)
        : beside(subject, title, measured, notes);
  }

  private Table beside(Subject subject, String title, List<Line> lines, List<String> notes) {
    List<FunctionDescription> compared =
        functions.stream()
            .filter(experiment::isCompared)
            .filter(f -> lines.stream().anyMatch(line -> !ratio(line, f).isEmpty()))
            .toList();
    List<Column> columns = new ArrayList<>();
    functions.forEach(f -> columns.add(new Column(Kind.MEASURED, f.title(), "")));
    compared.forEach(f -> columns.add(new Column(Kind.RATIO, f.title(), baseline())));
    List<Row> rows = new ArrayList<>();
    for (Line line : lines) {
      List<String> values = new ArrayList<>();
      functions.forEach(f -> values.add(line.show(cell(f))));
      compared.forEach(f -> values.add(ratio(line, f)));
      rows.add(new Row(line.label(), values));
    }
    return new Table(subject, title, columns, rows, notes);
  }

  private Table below(Subject subject, String title, List<Line> lines, List<String> notes) {
    List<Column> columns = new ArrayList<>();
    List<List<String>> values =
        functions.stream().map(f -> (List<String>) new ArrayList<String>()).toList();
    for (Line line : lines) {
      columns.add(new Column(Kind.MEASURED, line.label().strip(), ""));
      boolean compared = functions.stream().anyMatch(f -> !ratio(line, f).isEmpty());
      if (compared) {
        columns.add(new Column(Kind.RATIO, baseline(), ""));
      }
      for (int i = 0; i < functions.size(); i++) {
        values.get(i).add(line.show(cell(functions.get(i))));
        if (compared) {
          values.get(i).add(ratio(line, functions.get(i)));
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < functions.size() && !lines.isEmpty(); i++) {
      rows.add(new Row(functions.get(i).title(), values.get(i)));
    }
    return new Table(subject, title, columns, rows, notes);
  }

  private String ratio(Line line, FunctionDescription function) {
    return experiment.isCompared(function) && !line.show(cell(function)).isEmpty()
        ? line.ratio().apply(cell(function)).orElse("")
        : "";
  }

  private Cell cell(FunctionDescription function) {
    return experiment.cell(function.label(), memoryMb);
  }

  private String baseline() {
    return "÷ " + functions.get(0).title();
  }
}

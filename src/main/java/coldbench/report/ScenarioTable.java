package coldbench.report;

import coldbench.analysis.Cell;
import coldbench.analysis.Experiment;
import coldbench.analysis.Findings;
import coldbench.analysis.FunctionDescription;
import coldbench.report.Table.Column;
import coldbench.report.Table.Kind;
import coldbench.report.Table.Row;
import coldbench.report.Tiles.Glance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The scenarios of the same runs beside each other, which have no ratios to each other. */
final class ScenarioTable {
  static final String NOTE =
      "Other work has other figures: ratios are taken inside a scenario only.";

  private ScenarioTable() {}

  /** Findings of the same runs together, in their order. */
  static List<List<Findings>> groups(List<Findings> findings) {
    List<List<Findings>> groups = new ArrayList<>();
    for (Findings each : findings) {
      Optional<List<Findings>> group =
          groups.stream()
              .filter(other -> other.get(0).experiment().isBeside(each.experiment()))
              .findFirst();
      if (group.isPresent()) {
        group.get().add(each);
      } else {
        groups.add(new ArrayList<>(List.of(each)));
      }
    }
    return groups;
  }

  /** A line for each function at each memory size; empty of one scenario. */
  static Optional<Table> of(List<Findings> scenarios) {
    if (scenarios.size() < 2) {
      return Optional.empty();
    }
    List<Row> rows = new ArrayList<>();
    for (Findings each : scenarios) {
      Experiment experiment = each.experiment();
      List<Glance> glances = Glance.of(each);
      for (int memoryMb : experiment.memoryMb()) {
        String where = experiment.memoryMb().size() > 1 ? ", at " + SweepText.mb(memoryMb) : "";
        for (FunctionDescription function : experiment.functions()) {
          Cell cell = experiment.cell(function.label(), memoryMb);
          rows.add(
              new Row(
                  experiment.scenario() + ": " + function.title() + where,
                  glances.stream().map(glance -> glance.show(cell)).toList()));
        }
      }
    }
    return Optional.of(
        new Table(Table.Subject.SCENARIOS, "Scenarios", columns(scenarios), rows, List.of(NOTE)));
  }

  private static List<Column> columns(List<Findings> scenarios) {
    return Glance.of(scenarios.get(0)).stream()
        .map(glance -> new Column(Kind.MEASURED, glance.name(), ""))
        .toList();
  }
}

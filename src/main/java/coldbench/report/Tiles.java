package coldbench.report;

import coldbench.analysis.Cell;
import coldbench.analysis.Experiment;
import coldbench.analysis.Figure;
import coldbench.analysis.FunctionDescription;
import coldbench.analysis.Pricing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** The figures that are read at a glance, at the smallest memory size. */
final class Tiles {
  private final Experiment experiment;
  private final Pricing pricing;

  Tiles(Experiment experiment, Pricing pricing) {
    this.experiment = experiment;
    this.pricing = pricing;
  }

  List<Map<String, Object>> all() {
    List<Map<String, Object>> tiles = new ArrayList<>();
    add(tiles, "Cold start, mean", Line.mean(" ms", Format.MS, Figure.COLD));
    add(tiles, "Warm call, mean", Line.mean(" ms", Format.MS, Figure.WARM));
    add(tiles, "Peak memory", Line.most(" MB", Format.MB, Figure.WARM_MEMORY));
    String share = Format.PERCENT.of(pricing.coldShare());
    Line cost =
        new Line(
            "",
            Format.DOLLARS,
            true,
            cell -> Costs.at(experiment, cell, pricing, pricing.coldShare()),
            figures -> OptionalDouble.empty());
    add(tiles, "Compute for a million calls, " + share + " cold", cost);
    return tiles;
  }

  /** A bar for each function; the line's label is the unit. */
  private void add(List<Map<String, Object>> tiles, String name, Line line) {
    int memoryMb = experiment.memoryMb().get(0);
    List<FunctionDescription> functions = experiment.functions();
    List<OptionalDouble> values = new ArrayList<>();
    for (FunctionDescription function : functions) {
      Cell cell = experiment.cell(function.label(), memoryMb);
      values.add(line.value().apply(cell));
    }
    double most = values.stream().mapToDouble(value -> value.orElse(0)).max().orElse(0);
    OptionalDouble baseline = values.get(0);
    List<Map<String, Object>> bars = new ArrayList<>();
    for (int i = 0; i < functions.size(); i++) {
      OptionalDouble value = values.get(i);
      if (value.isPresent() && most > 0) {
        bars.add(
            Map.of(
                "index",
                i % 6,
                "label",
                functions.get(i).label(),
                "value",
                line.format().of(value.getAsDouble()) + line.label(),
                "ratio",
                !experiment.isCompared(functions.get(i))
                        || baseline.isEmpty()
                        || baseline.getAsDouble() == 0
                    ? ""
                    : Format.TIMES.of(value.getAsDouble() / baseline.getAsDouble()),
                "share",
                String.format(Locale.ROOT, "%.4f", value.getAsDouble() / most)));
      }
    }
    if (!bars.isEmpty()) {
      tiles.add(Map.of("name", name, "bars", bars));
    }
  }
}

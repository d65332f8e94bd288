package coldbench.results;

import coldbench.analysis.Cell;
import coldbench.analysis.Figure;
import coldbench.analysis.Precision;
import coldbench.analysis.Run.Ending;
import coldbench.analysis.Run.NotRestored;
import coldbench.analysis.RunLimits;
import coldbench.analysis.Spread;
import coldbench.analysis.Trial;
import coldbench.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What {@code summary.json} says: how the run ended, and means that the state machine computed
 * itself. The report computes its own from the trials; where the two differ a file was changed.
 */
record SummaryObject(Ending ending, List<Means> cells) {
  /** The machine rounds to three digits, and once more, to two, on the way of the warm means. */
  private static final double TOLERANCE = 0.011;

  record Means(String function, int memoryMb, int count, Map<Figure, Double> means) {}

  static SummaryObject of(JsonObject json, String run, List<String> unknown) {
    if (!json.text("run").equals(run)) {
      throw json.unexpected("run", run);
    }
    json.ignore("startedAt", "trials", "complete");
    List<NotRestored> notRestored = new ArrayList<>();
    for (JsonObject each : json.objects("notRestored")) {
      notRestored.add(
          new NotRestored(each.text("function"), TrialReader.failureOf(each.object("error"))));
    }
    Optional<JsonObject> error = json.optionalObject("error");
    Ending ending =
        new Ending(
            json.time("finishedAt"),
            notRestored,
            error.isEmpty() ? Optional.empty() : Optional.of(TrialReader.failureOf(error.get())),
            json.optionalObject("precision").map(SummaryObject::precision));
    List<Means> cells = new ArrayList<>();
    for (JsonObject each : json.objects("cells")) {
      cells.add(means(each));
    }
    unknown.addAll(json.unread());
    return new SummaryObject(ending, cells);
  }

  private static Precision precision(JsonObject json) {
    return new Precision(
        json.number("untilPercent", 0, RunLimits.UNTIL_MOST),
        (int) json.whole("rounds", 1, RunLimits.ROUNDS_MOST),
        (int) json.whole("most", 1, RunLimits.ROUNDS_MOST),
        json.flag("reached"),
        json.optionalObject("widest")
            .map(
                widest ->
                    new Precision.Widest(
                        widest.text("function"),
                        (int) widest.whole("memoryMb", 1, 1_000_000),
                        widest.oneOf("figure", List.of("cold", "warm")),
                        widest.number("percent", 0))));
  }

  private static Means means(JsonObject json) {
    Map<Figure, Double> means = new TreeMap<>();
    Optional<JsonObject> cold = json.optionalObject("cold");
    if (cold.isPresent()) {
      boolean restored = cold.get().has("restoreMs");
      means.put(
          restored ? Figure.RESTORE : Figure.INIT,
          cold.get().object(restored ? "restoreMs" : "initMs").number("mean", 0));
      means.put(Figure.FIRST, cold.get().object("durationMs").number("mean", 0));
      means.put(Figure.COLD, cold.get().object("coldMs").number("mean", 0));
      means.put(Figure.COLD_BILLED, cold.get().object("billedMs").number("mean", 0));
    }
    Optional<JsonObject> warm = json.optionalObject("warm");
    if (warm.isPresent()) {
      means.put(Figure.WARM, warm.get().object("durationMs").number("mean", 0));
      means.put(Figure.WARM_BILLED, warm.get().object("billedMs").number("mean", 0));
    }
    return new Means(
        json.text("function"),
        (int) json.whole("memoryMb", 1, 1_000_000),
        (int) json.whole("count", 0, 1_000_000),
        means);
  }

  /** Where the summary says something else than the trials. */
  List<String> differences(List<Trial> trials) {
    List<String> all = new ArrayList<>();
    for (Means told : cells) {
      Cell cell = cell(told, trials);
      String where = told.function() + " at " + told.memoryMb() + " MB";
      if (cell.trials().size() != told.count()) {
        all.add(
            "counts %s complete trials of %s, there are %s"
                .formatted(told.count(), where, cell.trials().size()));
        continue;
      }
      told.means()
          .forEach(
              (figure, mean) -> {
                OptionalDouble found = mean(cell, figure);
                if (found.isEmpty() || Math.abs(found.getAsDouble() - mean) > TOLERANCE) {
                  all.add(
                      "has a mean %s of %s ms for %s, its trials have %s"
                          .formatted(
                              figure,
                              mean,
                              where,
                              found.isPresent() ? found.getAsDouble() + " ms" : "none"));
                }
              });
    }
    return all;
  }

  private static Cell cell(Means told, List<Trial> trials) {
    List<Trial> own =
        trials.stream()
            .filter(Trial::complete)
            .filter(trial -> trial.function().equals(told.function()))
            .filter(trial -> trial.block().memoryMb() == told.memoryMb())
            .toList();
    return new Cell(told.function(), told.memoryMb(), own.size(), own);
  }

  private static OptionalDouble mean(Cell cell, Figure figure) {
    return cell.spread(figure)
        .map(Spread::mean)
        .map(OptionalDouble::of)
        .orElseGet(OptionalDouble::empty);
  }
}

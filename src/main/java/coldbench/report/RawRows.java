package coldbench.report;

import coldbench.analysis.Experiment;
import coldbench.analysis.FunctionDescription;
import coldbench.analysis.Sample;
import coldbench.analysis.Trial;
import coldbench.analysis.Unreported;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The trials as rows of the page. */
final class RawRows {
  /** More would make a page slow; CSV and JSON have all of them. */
  private static final int MOST = 1000;

  private static final int MOST_CALLS = 100;

  private RawRows() {}

  static Map<String, Object> of(Experiment experiment) {
    List<Trial> trials = experiment.trials();
    List<Map<String, Object>> rows =
        trials.stream().limit(MOST).map(trial -> row(trial, experiment)).toList();
    boolean snapStart = experiment.functions().stream().anyMatch(FunctionDescription::snapStart);
    return Map.of(
        "trials",
        rows,
        "trialsShown",
        rows.size(),
        "trialsAll",
        trials.size(),
        "snapStart",
        snapStart,
        "models",
        trials.stream().flatMap(trial -> trial.cpu().stream()).distinct().count() > 1);
  }

  private static Map<String, Object> row(Trial trial, Experiment experiment) {
    Map<String, Object> row = new HashMap<>();
    row.put(
        "function",
        experiment.function(trial.function()).map(FunctionDescription::title).orElse(""));
    row.put("memoryMb", trial.block().memoryMb());
    row.put("round", trial.block().round());
    row.put("cpu", trial.cpu().orElse(""));
    row.put("init", cold(trial, s -> Format.MS.of(s.initMs().orElse(s.restoreMs().orElse(0)))));
    row.put("first", cold(trial, s -> Format.MS.of(s.durationMs())));
    row.put("billed", cold(trial, s -> Format.BILLED_MS.of(s.billedMs())));
    row.put(
        "wait",
        trial.cold().map(RawRows::wait).orElse("")
            + (Unreported.madeAhead(trial) ? ", ahead" : ""));
    row.put("memory", cold(trial, s -> Format.MB.of(s.maxMemoryMb())));
    String warm =
        trial.warm().stream()
                .limit(MOST_CALLS)
                .map(sample -> Format.MS.of(sample.durationMs()))
                .collect(Collectors.joining(" · "))
            + (trial.warm().size() > MOST_CALLS
                ? String.format(Locale.ROOT, " … and %,d more", trial.warm().size() - MOST_CALLS)
                : "");
    row.put(
        "warm",
        trial.failure().map(failure -> "failed: " + failure.name() + " " + warm).orElse(warm));
    return row;
  }

  private static String wait(Sample cold) {
    return cold.waitMs().isPresent() ? Format.BILLED_MS.of(cold.waitMs().getAsDouble()) : "";
  }

  private static String cold(Trial trial, Function<Sample, String> text) {
    return trial.cold().map(text).orElse("");
  }
}

package coldbench.report;

import coldbench.analysis.Experiment;
import coldbench.analysis.Figure;
import coldbench.analysis.Sample;
import coldbench.analysis.SampleField;
import coldbench.analysis.Trial;
import coldbench.analysis.Unreported;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;

/** Every trial that could be read, the failed ones with their error, in the order of the run. */
final class TrialsJson {
  private TrialsJson() {}

  static void write(ArrayNode trials, Experiment experiment, Thinning thinning) {
    experiment.trials().stream()
        .filter(thinning::holds)
        .forEach(trial -> trial(trials.addObject(), trial, thinning));
  }

  private static void trial(ObjectNode node, Trial trial, Thinning thinning) {
    node.put("run", trial.run()).put("function", trial.function());
    node.put("memoryMb", trial.block().memoryMb()).put("round", trial.block().round());
    trial.forcedAt().ifPresent(time -> node.put("forcedAt", time.toString()));
    node.put("attempts", trial.attempts()).put("discarded", trial.discarded().size());
    trial.cold().ifPresent(cold -> cold(node.putObject("cold"), cold));
    trial.sandbox().ifPresent(sandbox -> SandboxText.write(node, sandbox));
    if (Unreported.madeAhead(trial)) {
      node.put("madeAhead", true);
    }
    ObjectNode warm = node.putObject("warm");
    ArrayNode durationMs = warm.putArray(SampleField.DURATION.jsonName());
    ArrayNode billedMs = warm.putArray(SampleField.BILLED.jsonName());
    List<Sample> calls =
        IntStream.range(0, trial.warm().size())
            .filter(thinning::holds)
            .mapToObj(trial.warm()::get)
            .toList();
    for (Sample sample : calls) {
      durationMs.add(sample.durationMs());
      billedMs.add(sample.billedMs());
    }
    if (calls.size() < trial.warm().size()) {
      JsonReport.put(warm, "meanMs", Figure.WARM.mean(trial));
    }
    if (calls.stream().anyMatch(sample -> sample.waitMs().isPresent())) {
      // Each in the place of its call.
      ArrayNode waitMs = warm.putArray(SampleField.WAIT.jsonName());
      for (Sample sample : calls) {
        waitMs.add(sample.waitMs().isPresent() ? sample.waitMs().getAsDouble() : null);
      }
    }
    trial
        .failure()
        .ifPresent(
            failure ->
                node.putObject("error").put("name", failure.name()).put("cause", failure.cause()));
  }

  private static void cold(ObjectNode node, Sample cold) {
    for (SampleField field :
        List.of(
            SampleField.INIT,
            SampleField.RESTORE,
            SampleField.DURATION,
            SampleField.BILLED,
            SampleField.MAX_MEMORY,
            SampleField.WAIT)) {
      JsonReport.put(node, field.jsonName(), field.of(cold));
    }
    node.put(Figure.COLD.jsonName(), cold.coldMs());
  }
}

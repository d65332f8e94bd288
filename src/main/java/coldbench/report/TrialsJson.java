package coldbench.report;

import coldbench.analysis.Experiment;
import coldbench.analysis.Run;
import coldbench.analysis.Sample;
import coldbench.analysis.Trial;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Every trial that could be read, the failed ones with their error, in the order of the run. */
final class TrialsJson {
  private TrialsJson() {}

  static void write(ArrayNode trials, Experiment experiment) {
    for (Run run : experiment.runs()) {
      run.trials().forEach(trial -> trial(trials.addObject(), trial));
    }
  }

  private static void trial(ObjectNode node, Trial trial) {
    node.put("run", trial.run()).put("function", trial.function());
    node.put("memoryMb", trial.block().memoryMb()).put("round", trial.block().round());
    trial.forcedAt().ifPresent(time -> node.put("forcedAt", time.toString()));
    node.put("attempts", trial.attempts()).put("discarded", trial.discarded().size());
    trial.cold().ifPresent(cold -> cold(node.putObject("cold"), cold));
    ObjectNode warm = node.putObject("warm");
    ArrayNode durationMs = warm.putArray("durationMs");
    ArrayNode billedMs = warm.putArray("billedMs");
    for (Sample sample : trial.warm()) {
      durationMs.add(sample.durationMs());
      billedMs.add(sample.billedMs());
    }
    trial
        .failure()
        .ifPresent(
            failure ->
                node.putObject("error").put("name", failure.name()).put("cause", failure.cause()));
  }

  private static void cold(ObjectNode node, Sample cold) {
    cold.initMs().ifPresent(ms -> node.put("initMs", ms));
    cold.restoreMs().ifPresent(ms -> node.put("restoreMs", ms));
    node.put("durationMs", cold.durationMs()).put("coldMs", cold.coldMs());
    node.put("billedMs", cold.billedMs()).put("maxMemoryMb", cold.maxMemoryMb());
  }
}

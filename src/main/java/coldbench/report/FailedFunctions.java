package coldbench.report;

import coldbench.analysis.Failure;
import coldbench.analysis.Run;
import coldbench.analysis.Trial;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What each function of a run failed with, in the lines that such a run ends on. */
public final class FailedFunctions {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FailedFunctions() {}

  /** A sentence for each function that failed, with its first error. */
  public static List<String> of(Run run) {
    Map<String, List<Failure>> failures = new TreeMap<>();
    for (Trial trial : run.failed()) {
      failures
          .computeIfAbsent(trial.function(), label -> new ArrayList<>())
          .add(trial.failure().orElseThrow());
    }
    List<String> sentences = new ArrayList<>();
    failures.forEach(
        (label, all) ->
            sentences.add(
                "%s failed %s: %s: %s"
                    .formatted(
                        label,
                        all.size() == 1 ? "once" : all.size() + " times",
                        all.get(0).name(),
                        told(all.get(0).cause()))));
    return sentences;
  }

  /** Lambda's error object says in its message what the rest is the trace of. */
  private static String told(String cause) {
    String told = cause;
    try {
      String message = JSON.readTree(cause).path("errorMessage").asText();
      told = message.isEmpty() ? cause : message;
    } catch (JsonProcessingException e) {
      // Not every cause is an error object, nor is one that was cut.
      told = cause;
    }
    return told.replaceAll("\\p{Cntrl}+", " ").strip();
  }
}
